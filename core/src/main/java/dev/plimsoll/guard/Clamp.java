// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

/** One rule that bound: the number of replicas that came to it, and what it let through. */
public record Clamp(Rule rule, int before, int after) {
    @Override
    public String toString() {
        return "%d wanted, %d by %s".formatted(before, after, rule);
    }
}
