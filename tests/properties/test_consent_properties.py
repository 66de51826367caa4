"""The notice's hash: the same words the same, any other word another."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.consent import ConsentNotice, complete, document, sha256
from kiosk.domain.event import OptionalConsent, Words

words = st.builds(Words, st.text(max_size=8), st.text(max_size=8))
notices = st.builds(
    ConsentNotice,
    purpose=words,
    items=st.lists(st.text(max_size=5), max_size=3).map(tuple),
    retention_days=st.integers(0, 400),
    refusal=words,
    controller=st.text(max_size=5),
    basis=st.sampled_from(["consent", "public-task"]),
    task=st.text(max_size=3),
    optional=st.lists(
        st.builds(OptionalConsent, st.sampled_from(["news", "photo"]), words, words),
        max_size=2,
        unique_by=lambda one: one.id,
    ).map(tuple),
)


@given(notices, notices)
def test_two_notices_have_one_hash_only_where_they_are_the_same(
    one: ConsentNotice, other: ConsentNotice
) -> None:
    assert (sha256(document(one)) == sha256(document(other))) == (one == other)


@given(notices)
def test_the_document_holds_every_word(notice: ConsentNotice) -> None:
    told = json.loads(document(notice))
    assert told["purpose"] == {"ko": notice.purpose.ko, "en": notice.purpose.en}
    assert told["items"] == list(notice.items)
    assert [one["id"] for one in told["optional"]] == [one.id for one in notice.optional]
    assert len(told) == len(notice)


@given(notices, st.dictionaries(st.sampled_from(["main", "news", "photo"]), st.booleans()))
def test_nothing_is_granted_that_was_not_ticked(
    notice: ConsentNotice, answers: dict[str, bool]
) -> None:
    given = {one: told for one, told in answers.items() if one in notice.ids}
    full = complete(notice, given)
    assert {one for one, granted in full.items() if granted} == {
        one for one, granted in given.items() if granted
    }
    assert set(given) <= set(full) <= set(notice.ids)
