"""The commands of the README, as far as they can be tried without installing anything."""

import re
import subprocess
import sys
from pathlib import Path

from benchmarks.run import measurements, row, table, verdict

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FAST = {"name": "load ÷ peer", "ours": 0.0188, "peer": 0.0171, "ratio": 1.1, "target": 3.0}
SLOW = {"name": "print ÷ peer", "ours": 4, "peer": 1, "ratio": 4, "target": 3}


def test_the_readme_begins_with_the_two_commands() -> None:
    assert re.findall(r"^    (.+?)  +#", README, re.MULTILINE)[:2] == ["make run", "make test"]


def test_continuous_integration_runs_the_second_command_and_nothing_else() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in script if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["make test"]


def test_each_command_of_the_makefile_is_told_where_people_read() -> None:
    told = README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE)
    assert [command for command in commands if f"make {command}" not in told and command not in told] == []


def test_the_set_up_names_the_packages_that_it_may_not_install(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "install.py"), "test"]
    done = subprocess.run(command, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert re.search(r"sudo apt-get install chromium default-jre-headless .*poppler-utils", done.stderr)
    assert "Traceback" not in done.stderr


def test_a_ratio_over_its_target_is_marked_in_the_table() -> None:
    assert table([row(FAST), row(SLOW)]) == (
        "measured           ours       peer  ratio  target\n"
        "load ÷ peer     18.8 ms    17.1 ms   1.10   ≤ 3.0\n"
        "print ÷ peer  4000.0 ms  1000.0 ms   4.00     ≤ 3  MISSED"
    )


def test_a_known_miss_says_so_until_it_grows_over_its_bound() -> None:
    assert verdict(SLOW | {"highest": 4}) == "missed, as known"
    assert verdict(SLOW | {"highest": 3.9}) == verdict(SLOW) == "MISSED"
    assert verdict(FAST | {"highest": 4}) == ""


def test_a_benchmark_measures_one_thing_or_several(tmp_path: Path) -> None:
    for answer in ("{'name': 'one'}", "[{'name': 'one'}]"):
        file = tmp_path / "bench_one.py"
        file.write_text(f"def measure():\n    return {answer}\n", encoding="utf-8")
        assert [each["name"] for each in measurements(file)] == ["one"]
