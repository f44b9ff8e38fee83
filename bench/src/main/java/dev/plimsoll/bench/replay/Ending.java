// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.replay;

/** How a controller ends. */
enum Ending {
    /** As it was asked to: all that it knows is saved. */
    IN_PEACE,
    /** Between two turns: what was not committed is gone. */
    BETWEEN_TURNS,
    /** Right after its next action was carried out, of which it never hears. */
    WHILE_ACTING
}
