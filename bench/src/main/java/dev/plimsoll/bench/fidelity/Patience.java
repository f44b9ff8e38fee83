// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for other processes, but not for ever. Thread-safe. */
final class Patience {
    private Patience() {}

    /** What the call returns, on a thread of its own; a call that takes longer is left behind. */
    static <T> T await(String what, Duration limit, Callable<T> call) throws IOException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofPlatform().daemon().name("await " + what).start(task);
        return await(what, limit, task);
    }

    /** What comes of it, if that is soon enough. */
    static <T> T await(String what, Duration limit, Future<T> future) throws IOException {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("%s failed: %s".formatted(what, e.getCause()), e);
        } catch (TimeoutException e) {
            throw new IOException("%s took over %d s".formatted(what, limit.toSeconds()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("%s was interrupted".formatted(what));
        }
    }
}
