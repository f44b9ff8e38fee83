// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

/** Who thinks and who acts for a cycle. */
public record Workforce(Crew crew, Execution execution) {
    /** One does all of it, in the order in which it comes. */
    public static Workforce alone(Platform platform) {
        return new Workforce(Crew.ALONE, Execution.atOnce(platform));
    }
}
