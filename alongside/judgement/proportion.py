"""How large is a share at least, when only few cases are known? The cautious share used by every measure.

Decides no threshold: three of three is .65, not 1, and the rule that asks says whether that is enough.
"""

from math import sqrt

Z_ONE_SIDED_90 = 1.2815515655446004
"""Standard deviations: the 90 % point of the normal distribution, one-sided. Source: measures; Wilson 1927."""


def wilson_lower_bound(successes: float, cases: int) -> float | None:
    """Give the one-sided 90 % Wilson lower bound of successes / cases, 0..1; None when there are no cases.

    `successes` may be a weighted sum (a promise kept late counts .5).
    3/3 -> .65, 4/5 -> .51, 8/10 -> .60, 19/20 -> .85.
    """
    if cases <= 0:
        return None
    share = successes / cases
    z2 = Z_ONE_SIDED_90**2
    margin = Z_ONE_SIDED_90 * sqrt(share * (1 - share) / cases + z2 / (4 * cases * cases))
    return max((share + z2 / (2 * cases) - margin) / (1 + z2 / cases), 0.0)
