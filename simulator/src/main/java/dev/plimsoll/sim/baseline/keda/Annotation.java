// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

/** What can be written on a scaled object to overrule its triggers. */
public enum Annotation {
    /** Do nothing. */
    PAUSED,
    /** Do nothing, at a number of replicas that the operator sets. */
    PAUSED_REPLICAS,
    /** Do not scale in. */
    PAUSED_SCALE_IN,
    /** Do not scale out. */
    PAUSED_SCALE_OUT,
    /** Scale as if a trigger were active. */
    FORCE_ACTIVATION
}
