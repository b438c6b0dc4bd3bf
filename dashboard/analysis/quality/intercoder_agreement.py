"""How far two readers who did not see each other's codes agree on what paragraphs say.

Each code of a field's vocabulary is one yes/no decision about each paragraph. Cohen's kappa
over these decisions is `(p_o - p_e) / (1 - p_e)`: `p_o` is the share on which the readings
agree, `p_e` the share expected by chance, from how often each reading says yes and no. 1 is
full agreement, 0 what chance gives, less is worse than chance.

Source: J. Cohen, "A Coefficient of CoderAgreement for Nominal Scales", Educational and
Psychological Measurement 20 (1960), pages 37-46.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.corpus.records.codings import SecondReading
from dashboard.corpus.records.vocabularies import Vocabulary

CODED = ("topics", "addressees", "actions")
"""What is coded twice; each field has the vocabulary of its name. Softeners are found by rule."""
FIELDS = (*CODED, "tier")
"""The tier of its strongest act that asks, found by rule, is read a second time as well."""
_CODES_OF = {"tier": "tiers"}


@dataclass(frozen=True)
class FieldAgreement:
    """Two readings of one field. Shares are from 0 to 1; None where nothing was compared.

    `kappa` is None, too, where chance alone would give full agreement. How often each
    reading says yes belongs beside it: few yeses make a kappa that one change would move far.
    """

    field: str
    paragraphs: int
    identical: float | None
    """Share of paragraphs with the same set of codes, in whatever order."""
    decisions: int
    agreed: float | None
    """Share of yes/no decisions that are the same."""
    first_yes: int
    second_yes: int
    kappa: float | None


def coder_agreement(
    paragraphs: pd.DataFrame, second: SecondReading, vocabularies: Mapping[str, Vocabulary]
) -> tuple[FieldAgreement, ...]:
    """Compare the codes of the paragraphs table with a second reading of some, by `FIELDS`.

    A paragraph of the sample that the table does not hold, or holds uncoded, is not
    compared. A code that its vocabulary does not hold makes two sets of codes differ, but
    is no decision. Raises `KeyError` where a field's vocabulary is missing.
    """
    sampled = paragraphs[paragraphs["id"].isin(list(second.paragraphs))].set_index("id")
    coded = sampled[sampled["topics"].map(len) > 0]
    ids = [full_id for full_id in second.paragraphs if full_id in coded.index]
    fields = []
    for field in FIELDS:
        column: dict[Hashable, Any] = coded[field].to_dict()
        given = {full_id: getattr(second.paragraphs[full_id], field) for full_id in ids}
        read = [full_id for full_id in ids if given[full_id] is not None]
        firsts = [_codes(column[full_id]) for full_id in read]
        seconds = [_codes(given[full_id]) for full_id in read]
        fields.append(
            _compare(field, firsts, seconds, vocabularies[_CODES_OF.get(field, field)].terms)
        )
    return tuple(fields)


def _codes(found: Any) -> tuple[str, ...]:
    """Codes as the table holds them: an absence is a code of its own, a tier one of the scale."""
    if isinstance(found, str):
        return (found,)
    if isinstance(found, Iterable):
        return tuple(found)
    return () if pd.isna(found) else (f"tier_{int(found)}",)


def _compare(
    field: str,
    firsts: list[tuple[str, ...]],
    seconds: list[tuple[str, ...]],
    vocabulary: Iterable[str],
) -> FieldAgreement:
    pairs = list(zip(firsts, seconds, strict=True))
    decisions = [(code in one, code in other) for code in vocabulary for one, other in pairs]
    identical = sum(set(one) == set(other) for one, other in pairs)
    return FieldAgreement(
        field=field,
        paragraphs=len(pairs),
        identical=_share(identical, len(pairs)),
        decisions=len(decisions),
        agreed=_share(sum(one == other for one, other in decisions), len(decisions)),
        first_yes=sum(one for one, _ in decisions),
        second_yes=sum(other for _, other in decisions),
        kappa=cohens_kappa(decisions),
    )


def cohens_kappa(decisions: Iterable[tuple[bool, bool]]) -> float | None:
    """Cohen's kappa of pairs of yes/no decisions.

    None where there are no decisions, and where both readings say only yes or only no:
    the formula then divides by zero.
    """
    pairs = list(decisions)
    count = len(pairs)
    first_yes = sum(first for first, _ in pairs)
    second_yes = sum(second for _, second in pairs)
    same = sum(first == second for first, second in pairs)
    # whole numbers until the last step, so that the case of division by zero is exact
    by_chance = first_yes * second_yes + (count - first_yes) * (count - second_yes)
    beyond_chance = count * count - by_chance
    return (count * same - by_chance) / beyond_chance if beyond_chance else None


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
