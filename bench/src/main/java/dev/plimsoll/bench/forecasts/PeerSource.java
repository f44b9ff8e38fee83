// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.forecasts;

import java.io.IOException;
import java.util.List;

/** Where the answers of the peers are. */
@FunctionalInterface
interface PeerSource {
    /** What each peer answered, in their own order. */
    List<PeerAnswer> answers(Course course) throws IOException;
}
