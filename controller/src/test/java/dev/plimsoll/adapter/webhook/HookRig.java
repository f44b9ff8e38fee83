// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import dev.plimsoll.control.Events;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Web hooks in time that is made up, and receivers for them. */
final class HookRig implements AutoCloseable {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    static final Duration LONG = Duration.ofSeconds(20);

    private final FakeTime time = new FakeTime();
    private final Standings standings = new Standings();
    private final Path secret;
    private final WebHooks hooks;

    /** One that is patient, but for the end. */
    HookRig(Path folder) {
        this(folder, new Patience(LONG, Duration.ofHours(24), 1000, Duration.ofMillis(500)));
    }

    HookRig(Path folder, Patience patience) {
        secret = write(folder.resolve("secret"), SECRET + "\n");
        hooks = new WebHooks(patience, time, time, new SplittableRandom(1), standings);
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeTime time() {
        return time;
    }

    Standings standings() {
        return standings;
    }

    Path secret() {
        return secret;
    }

    WebHooks hooks() {
        return hooks;
    }

    /** From now on these are told, with the one secret. */
    HookRig tell(HookReceiver... receivers) {
        hooks.tell(
                "main", List.of(receivers).stream().map(each -> each.signedWith(secret)).toList());
        return this;
    }

    /** Events event-FIRST and so on, so many. */
    void happen(int first, int count) {
        for (int second = first; second < first + count; second++) {
            hooks.notify(Events.numbered(second));
        }
    }

    @Override
    public void close() {
        hooks.close();
    }
}
