// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

/** What happens to the servers as a phase begins. */
enum Change {
    NONE,
    /** One more is started, and takes requests once it has started up. */
    ADDED,
    /** The newest takes no more requests and finishes those that it has. */
    DRAINED,
    /** One is killed with all that waits there; another is started in its place. */
    CRASHED
}
