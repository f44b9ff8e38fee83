// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Tells whoever watches the process what happens, a line each, by the time of the wall. */
final class Log {
    private final PrintStream out;
    private final InstantSource wall;

    Log(PrintStream out, InstantSource wall) {
        this.out = out;
        this.wall = wall;
    }

    /** One that tells nobody. */
    static Log silent() {
        return new Log(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                InstantSource.system());
    }

    Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    synchronized void line(String text) {
        out.println(now() + " " + text.replace('\n', ' '));
        out.flush();
    }
}
