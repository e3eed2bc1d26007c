"""Names: how ids read in the words of the checklists, the vocabulary and the assessment."""

from collections.abc import Mapping
from dataclasses import dataclass

from eva.answers import GroupKey
from eva.cli.case_file import CaseFile
from eva.finding import Finding, Told, tell
from eva.locale import Words
from eva.scorecard import ALL
from eva.text import FreeText, LocalizedText, read_free_text
from eva.vocabulary import ANGLES


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one assessment in one language; an id that has no name is shown as it is."""

    case: CaseFile
    words: Words

    def text(self, text: LocalizedText) -> str:
        """A text of a checklist or of the vocabulary."""
        return text.get(self.words.language)

    def free(self, text: FreeText) -> str:
        """What a person wrote, on one line."""
        written_in = self.case.assessment.case.language
        return " ".join(read_free_text(text, self.words.language, written_in)[0].split())

    def alternative(self, alternative: str) -> str:
        """The title of an alternative."""
        titles = {each.id: self.free(each.title) for each in self.case.assessment.alternatives}
        return titles.get(alternative) or alternative

    def group(self, key: GroupKey) -> str:
        """A group, or people in several groups at once."""
        if key == ALL:
            return self.words.get("report.group.everyone")
        groups = self.case.vocabulary.population_groups
        return " + ".join(self.text(groups[each].label) if each in groups else each for each in key)

    def perspective(self, perspective: str) -> str:
        """A perspective of the heat map."""
        known = self.case.vocabulary.perspectives.get(perspective)
        return self.text(known.label) if known else perspective

    def angle(self, angle: str) -> str:
        """One of Kuntaliitto's four perspectives; a perspective that stands for itself has its own name."""
        return self.words.get(f"angle.{angle}") if angle in ANGLES else self.perspective(angle)

    def section(self, section_id: str) -> str:
        """A section by `checklist/section`."""
        checklist, _, section = section_id.partition("/")
        found = self.case.checklists[checklist].section(section) if checklist in self.case.checklists else None
        return self.text(found.title) if found else section_id

    def question(self, full_id: str) -> str:
        """A question by its full id."""
        checklist, _, short = full_id.partition("/")
        known = self.case.checklists.get(checklist)
        found = known.by_id.get(short.rpartition(".")[2]) if known else None
        return self.text(found[1].text) if found else full_id

    def flag(self, checklist: str, flag: str) -> str:
        """A red flag."""
        found = self.case.checklists[checklist].flag(flag) if checklist in self.case.checklists else None
        return self.text(found.title) if found else f"{checklist}/{flag}"

    def told(self, finding: Finding) -> Told:
        """A finding in words."""
        return tell(finding, self.words, self._by_id())

    def place(self, place: str) -> str:
        """What the place of a finding is called; the place itself where it has no name."""
        kind, _, rest = place.partition("/")
        match kind:
            case "answers" if rest:
                return self.question(rest)
            case "section_reasons":
                return self.section(rest)
            case "flags":
                return self.flag(*rest.split("/")[:2])
            case "alternatives" if rest:
                return self.alternative(rest)
        return place

    def _by_id(self) -> Mapping[str, str]:
        vocabulary, checklists = self.case.vocabulary, self.case.checklists
        return {
            **{key: self.text(group.label) for key, group in vocabulary.population_groups.items()},
            **{key: self.text(checklist.title) for key, checklist in checklists.items()},
            **{each.id: self.alternative(each.id) for each in self.case.assessment.alternatives},
        }
