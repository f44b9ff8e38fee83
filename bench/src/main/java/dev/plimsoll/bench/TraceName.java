// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What the name of a trace tells.
 *
 * @param text the file's name without {@code .csv}
 */
public record TraceName(String text) {
    private static final int PARTS = 3;

    /** What the trace is of: its name up to the first underscore. */
    public String kind() {
        return text.replaceFirst("_.*", "");
    }

    /** Whether the trace is one of the third that nothing is chosen by. */
    public boolean isHeldBack() {
        CRC32 hash = new CRC32();
        hash.update(text.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % PARTS == 0;
    }
}
