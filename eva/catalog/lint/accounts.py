"""Accounts that no option brings points to."""

from collections.abc import Iterator

from eva.catalog.checks.flaw import Flaw
from eva.checklist import Checklist
from eva.ledger import counted_questions, is_direct


def idle_account_flaws(checklist: Checklist) -> Iterator[Flaw]:
    """A warning for each account that is not derived from others and can only stay at nothing."""
    given = {
        account for _, each in counted_questions(checklist) for option in each.options for account in option.points
    }
    for number, account in enumerate(checklist.accounts):
        if is_direct(account) and account.id not in given:
            yield Flaw("W709", ("accounts", number, "id"), {"id": account.id}, "warning")
