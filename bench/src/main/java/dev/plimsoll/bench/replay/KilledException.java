// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.replay;

/** A controller was killed in the middle of a turn. */
final class KilledException extends RuntimeException {
    private static final long serialVersionUID = 1;

    KilledException() {
        super("killed while it acted");
    }
}
