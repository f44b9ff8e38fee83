// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import java.util.Optional;

/** One line of a golden file: inputs, and what upstream decided. */
interface GoldenCase {
    String name();

    /** Replays it; what first came out different, if anything. */
    Optional<Mismatch> replay();
}
