// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

/**
 * What a container's policy allows of a resource: {@code minAllowed} and {@code maxAllowed}.
 *
 * <p>Source: {@code pkg/utils/vpa/capping.go}, {@code ApplyVPAPolicy}. Immutable.
 *
 * @param most at least 1, for a most of zero is none there, and not less than {@code least}, which
 *     upstream does not admit
 */
public record AllowedRange(Amount least, Amount most) {
    /** Where a policy says nothing. */
    public static final AllowedRange ANY =
            new AllowedRange(Amount.ZERO, new Amount(Long.MAX_VALUE));

    public AllowedRange {
        if (most.equals(Amount.ZERO) || least.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "allowed from %d to %d: give a most of at least 1 and of not less than the least"
                            .formatted(least.units(), most.units()));
        }
    }

    Amount cap(Amount amount) {
        return amount.atLeast(least).atMost(most);
    }
}
