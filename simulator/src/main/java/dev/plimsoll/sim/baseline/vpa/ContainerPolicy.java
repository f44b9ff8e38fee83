// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

/**
 * The part of a VPA's resource policy that bears on what is recommended for a container. Both
 * resources are controlled.
 */
public record ContainerPolicy(AllowedRange cpu, AllowedRange memory) {
    /** Without limits, as where no policy is given. */
    public static final ContainerPolicy NONE =
            new ContainerPolicy(AllowedRange.ANY, AllowedRange.ANY);
}
