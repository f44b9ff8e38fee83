// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

/** Whether a scaled object works. */
public enum ReadyCondition {
    /** It does, as far as the poll can tell. */
    READY,
    /** Some trigger is active while another fails. */
    PARTIAL_TRIGGER_ERROR,
    /** A trigger fails, none is active, and there is no fallback. */
    TRIGGER_ERROR
}
