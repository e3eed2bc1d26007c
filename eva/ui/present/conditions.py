"""Conditions in words (ehdot sanoina): what a condition reads and asks of it, as a person would say it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from markupsafe import Markup

from eva.checklist import UNKNOWN, AnyQuestion, Checklist, ChoiceQuestion, NumberQuestion, Option
from eva.locale import Words
from eva.rendering.html import said
from eva.report_reader import Reader
from eva.rules import TESTS, All, AnyOf, Condition, CountTests, Figure, Leaf, Level, Not
from eva.text import LocalizedText
from eva.ui.present import marks
from eva.vocabulary import Vocabulary

_FRAMES: Mapping[str, tuple[str, str]] = {
    "choice": ("answer", "option"),
    "multi_choice": ("", "selection"),
    "number": ("answer", "amount"),
    "date": ("day", "day"),
    "text": ("answer", "option"),
    "impact": ("rating", "rating"),
    "account": ("points", "amount"),
    "count": ("selected", "amount"),
    "fact": ("", "option"),
    "fact_number": ("", "amount"),
}
"""The sentence that a test of each kind of subject stands in (none: it stands alone), and how the test is worded."""

_ENDS = frozenset({("at_most", "-3"), ("at_least", "3")})
"""Tests that only the end of the impact scale passes: there is nothing worse or better to name."""

NAMED_GROUPS = 6
"""How many groups of a tag are named."""

_NAMED_TAGS = frozenset({"vulnerable", "disabled"})
"""Tags of the shipped vocabulary that have words."""

_NUMBER_FACTS = frozenset({"alternatives.count"})
_WORD_FACTS = frozenset({"depth", "recommended"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A condition in words, as safe HTML, and under it the parts that it joins."""

    text: Markup
    parts: tuple["Phrase", ...] = ()

    def html(self) -> Markup:
        """The phrase with its parts as lists within lists."""
        return self.text + marks.items((part.html() for part in self.parts), "parts")


@dataclass(frozen=True)  # without slots: the reader is made once
class Terms:
    """The terms of one checklist for one reader: how its conditions, figures and levels are said.

    The checklist is one without mistakes: each of its tests suits its subject.
    """

    words: Words
    vocabulary: Vocabulary
    checklist: Checklist

    @cached_property
    def reader(self) -> Reader:
        """How groups, perspectives and steps of the scale read."""
        return Reader(self.words.language, self.words.language, self.words, self.vocabulary, {}, {})

    def condition(self, condition: Condition) -> Phrase:
        """A condition that names its subjects."""
        match condition:
            case All(all=parts):
                return self._joined("all", parts)
            case AnyOf(any=parts):
                return self._joined("any", parts)
            case Not(not_=All(all=parts)) if len(parts) != 1:
                return self._joined("not_all", parts)
            case Not(not_=AnyOf(any=parts)) if len(parts) != 1:
                return self._joined("not_any", parts)
            case Not(not_=part):
                return Phrase(self.say("not"), (self.condition(part),))
            case Leaf():
                return Phrase(self._leaf(condition))

    def accepted(self, accept: Condition, question: AnyQuestion) -> Phrase:
        """What an answer should be: a condition without subject, on the question that it belongs to."""
        match accept:
            case All(all=parts):
                return Phrase(self.say("all"), tuple(self.accepted(part, question) for part in parts))
            case AnyOf(any=parts):
                return Phrase(self.say("any"), tuple(self.accepted(part, question) for part in parts))
            case Not(not_=part):
                return Phrase(self.say("not"), (self.accepted(part, question),))
            case Leaf():
                return Phrase(self._and(self._tests(accept, question.kind, question)))

    def level(self, level: Level) -> Markup:
        """When a level of an account is reached; nothing for the last, which has no test."""
        tests = list(self._each(level, "account", None))
        return self.say("points", test=self._and(tests)) if tests else Markup()

    def amount(self, value: Decimal | Figure) -> Markup:
        """A number, or a figure of an account in words."""
        if isinstance(value, Figure):
            key = "of" if value.of is not None else "of_max"
            title = self.account(str(value.of or value.of_max))
            return self.say(f"figure.{key}", percent=self.words.number(value.percent), account=title)
        return Markup("{}").format(self.words.number(value))

    def account(self, account_id: str) -> Markup:
        """An account by its title."""
        title = next((each.title for each in self.checklist.accounts if each.id == account_id), None)
        return Markup("{}").format(account_id) if title is None else self.text(title)

    def group(self, group: str) -> Markup:
        """A population group by its label."""
        return said(self.reader.group((group,)), self.words.language)

    def perspective(self, perspective: str) -> Markup:
        """A perspective by its label."""
        return said(self.reader.perspective(perspective), self.words.language)

    def chosen(self, question: ChoiceQuestion, option: Option) -> Markup:
        """An option of a question as what was chosen."""
        label = self._quoted(self.text(option.label))
        test = self.say("answer" if question.kind == "choice" else "selection.contains", test=label, value=label)
        return self.say("about", subject=self._quoted(self.text(question.text)), tests=test)

    def text(self, text: LocalizedText) -> Markup:
        """A text of the checklist, marked with its language where that is not the reader's."""
        return said(self.reader.text(text), self.words.language)

    def say(self, key: str, **params: Markup | str) -> Markup:
        """Our own words with what stands in them."""
        ours = Markup(self.words.template(f"condition.{key}"))  # noqa: S704  our own; what is put into it is escaped
        return ours.format(**params)

    def _joined(self, key: str, parts: tuple[Condition, ...]) -> Phrase:
        """Several conditions at once; a single one speaks for itself, and none is always or never true."""
        if key in {"all", "any"} and len(parts) == 1:
            return self.condition(parts[0])
        if not parts:
            return Phrase(self.say("always" if key in {"all", "not_any"} else "never"))
        return Phrase(self.say(key), tuple(self.condition(part) for part in parts))

    def _leaf(self, leaf: Leaf) -> Markup:
        if leaf.case is not None:
            return self._fact(leaf, leaf.case)
        if leaf.account is not None:
            subject = self.say("account", title=self.account(leaf.account))
            return self._about(subject, self._tests(leaf, "account", None))
        if leaf.perspective is not None:
            subject = self.say("perspective", label=self.perspective(leaf.perspective))
            return self._about(self._of_group(subject, leaf), self._rated(leaf))
        short = str(leaf.question).rpartition(".")[2]
        found = self.checklist.by_id.get(short)
        if found is None:
            return self._about(self._quoted(short), self._tests(leaf, "text", None))
        question = found[1]
        subject = self._quoted(self.text(question.text))
        if question.kind == "impact":
            return self._about(self._of_group(subject, leaf), self._rated(leaf))
        return self._about(subject, self._tests(leaf, question.kind, question))

    def _fact(self, leaf: Leaf, fact: str) -> Markup:
        """A fact about the matter: a sentence, or a subject with its tests."""
        if fact not in _NUMBER_FACTS | _WORD_FACTS:
            return self.say(f"fact.{fact}.{leaf.is_}")
        kind = "fact_number" if fact in _NUMBER_FACTS else "fact"
        return self._about(self.say(f"fact.{fact}"), self._tests(leaf, kind, None))

    def _of_group(self, subject: Markup, leaf: Leaf) -> Markup:
        """An impact with the group whose rating is read."""
        if leaf.group is not None:
            return self.say("group", subject=subject, group=self.group(leaf.group))
        if leaf.group_tag is not None:
            return self.say("group_tag", subject=subject, groups=self._tagged(leaf.group_tag))
        return self.say("some_group", subject=subject)

    def _tagged(self, tag: str) -> Markup:
        """The groups that carry a tag, the first of them where they are many."""
        found = [key for key, group in self.vocabulary.population_groups.items() if tag in group.tags]
        few = found if len(found) <= NAMED_GROUPS + 1 else found[:NAMED_GROUPS]
        groups = Markup(", ").join(map(self.group, few))
        rest = len(found) - len(few)
        if not rest:
            return groups
        told = self.say(f"tag.{tag}") if tag in _NAMED_TAGS else Markup("<code>{}</code>").format(tag)
        return self.say("groups_and_more", groups=groups, n=self.words.number(rest), tag=told)

    def _about(self, subject: Markup, tests: Iterable[Markup]) -> Markup:
        return self.say("about", subject=subject, tests=self._and(tests))

    def _rated(self, leaf: Leaf) -> Iterator[Markup]:
        return self._tests(leaf, "impact", None)

    def _tests(self, leaf: Leaf, kind: str, question: AnyQuestion | None) -> Iterator[Markup]:
        """The tests of a leaf, each a phrase."""
        if leaf.answered is not None:
            of = "value" if kind == "account" else "answered"
            yield self.say(f"{of}.{str(leaf.answered).lower()}")
        tests = list(self._each(leaf, kind, question))
        frame = _FRAMES[kind][0]
        if tests:
            yield self.say(frame, test=self._and(tests)) if frame else self._and(tests)

    def _each(self, tests: Leaf | CountTests | Level, kind: str, question: AnyQuestion | None) -> Iterator[Markup]:
        family = _FRAMES[kind][1]
        for name in TESTS:
            value = getattr(tests, name, None)
            if name == "count" and isinstance(value, CountTests):
                yield self.say("selected", test=self._and(self._each(value, "count", None)))
            elif name != "answered" and value is not None:
                listed = value if isinstance(value, tuple) else (value,)
                shown = Markup(", ").join(self._value(each, kind, question) for each in listed)
                last = kind == "impact" and (name, str(value)) in _ENDS
                yield self.say(f"{family}.{'is' if last else name.rstrip('_')}", value=shown)

    def _value(self, value: str | Decimal | Figure, kind: str, question: AnyQuestion | None) -> Markup:
        """What a test compares with, as the reader writes it."""
        if isinstance(value, Figure | Decimal):
            return self.amount(value)
        if isinstance(question, ChoiceQuestion):
            option = question.option(value)
            return self._quoted(self.text(option.label) if option is not None else value)
        match kind:
            case "impact":
                if value == UNKNOWN:
                    return self._quoted(self.reader.mark("unknown").word)
                return Markup("{}").format(self.reader.mark(int(value)).sign)
            case "date":
                return Markup("{}").format(self.words.date(date.fromisoformat(value)))
            case "fact":
                return self._quoted(self.say(f"depth.{value}") if value in {"light", "full"} else value)
            case "number" | "account" | "count" | "fact_number":
                return self._number(Decimal(value), question)
        return self._quoted(value)

    def _number(self, value: Decimal, question: AnyQuestion | None) -> Markup:
        unit = question.unit if isinstance(question, NumberQuestion) else None
        if isinstance(unit, str):
            return Markup("{}").format(self.words.euros(value))
        number = self.words.number(value)
        return Markup("{} {}").format(number, self.text(unit)) if unit is not None else Markup("{}").format(number)

    def _quoted(self, text: Markup | str) -> Markup:
        return self.say("quoted", text=text)

    def _and(self, parts: Iterable[Markup]) -> Markup:
        return Markup(" {} ").format(self.say("and")).join(parts)
