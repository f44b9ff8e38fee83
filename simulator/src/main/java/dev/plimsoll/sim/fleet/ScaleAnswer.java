// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.fleet;

/** What a fleet answers to an order. Only {@link Accepted} changes anything. */
public sealed interface ScaleAnswer {
    /** It can be carried out, and is once {@link Fleet#apply} is told so. */
    record Accepted(AppliedOrder applied) implements ScaleAnswer {}

    /** It was carried out before, as then answered. */
    record Repeated(AppliedOrder applied) implements ScaleAnswer {}

    /** The workload is of another version than the order was made for. */
    record Conflict(long version) implements ScaleAnswer {}

    /** The order's id stands for another order, which was carried out. */
    record Reused(AppliedOrder applied) implements ScaleAnswer {}

    /** Somebody with a later epoch has ordered since. */
    record Superseded(long epoch) implements ScaleAnswer {}

    /** There is no such workload. */
    record UnknownWorkload() implements ScaleAnswer {}

    /** It cannot be carried out at any time. */
    record Unfit(String sentence) implements ScaleAnswer {}
}
