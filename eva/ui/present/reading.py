"""An open assessment as it is read: its working figures in the reader's words, with nothing withheld yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from eva.evaluation import Evaluation
from eva.explaining import Explanations, explanations
from eva.locale import Words
from eva.report_case import alternatives_of
from eva.report_findings import flags_of
from eva.report_parts import AlternativeFacts, RaisedFlag, Text
from eva.report_reader import Reader, reader_of
from eva.scorecard import Scorecard
from eva.ui.form import Form
from eva.ui.present.authors import newest
from eva.ui.present.places import address
from eva.workflow import Change


@dataclass(frozen=True)  # without slots: what is read again and again is kept
class Reading:
    """What the parts of the overview read: the assessment, what it comes to, and the reader's words.

    `changes` is the log of the assessment, the oldest first.
    """

    form: Form
    changes: tuple[Change, ...] = ()

    @cached_property
    def answered(self) -> Mapping[str, Change]:
        """The newest change to the answer of each question that has one in the log, by full id."""
        return newest(self.changes)

    @cached_property
    def judged(self) -> Mapping[str, Change]:
        """The newest change to what each question was answered, its rationale and evidence apart."""
        return newest(each for each in self.changes if each.path.endswith(("/matrix", "/value")))

    @cached_property
    def explain(self) -> Explanations:
        """The answers behind what the assessment comes to."""
        opened = self.form.opened
        return explanations(opened.assessment, opened.checklists, opened.evaluation)

    @property
    def words(self) -> Words:
        """The words of the reader's language."""
        return self.form.words

    @property
    def evaluation(self) -> Evaluation:
        """All that follows from the assessment as it stands."""
        return self.form.opened.evaluation

    @property
    def card(self) -> Scorecard:
        """The profile."""
        return self.evaluation.scorecard

    @cached_property
    def reader(self) -> Reader:
        """How ids, ratings and people's words read in the reader's language."""
        opened = self.form.opened
        return reader_of(
            opened.assessment, opened.checklists, opened.vocabulary, self.form.words.language, self.form.words
        )

    @cached_property
    def flags(self) -> tuple[RaisedFlag, ...]:
        """The raised flags, red before amber and open before answered."""
        return tuple(flags_of(self.form.opened.assessment, self.evaluation, self.reader))

    @cached_property
    def alternatives(self) -> Mapping[str, AlternativeFacts]:
        """The alternatives by their ids."""
        assessment = self.form.opened.assessment
        facts = alternatives_of(assessment, self.flags, self.reader)
        return dict(zip(assessment.alternative_ids, facts, strict=True))

    @cached_property
    def questions(self) -> Mapping[str, Text]:
        """The questions that apply, by their full ids."""
        return {each.full_id: self.reader.text(each.question.text) for each in self.evaluation.asked}

    @property
    def assesses(self) -> bool:
        """Whether impacts are asked for: before checklists are chosen there is nothing to show."""
        return bool(self.card.perspectives)

    def href(self, place: str) -> str:
        """The address at which a place is mended."""
        return address(self.form, place)
