// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A progress bar on a terminal, shown once the work has taken longer than a second; nothing
 * elsewhere. Thread-safe.
 */
public final class Progress implements AutoCloseable {
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private final String task;
    private final long total;
    private final long startedAt = System.nanoTime();
    private final boolean terminal;
    private long done;
    private Optional<ProgressBar> bar = Optional.empty();

    /** A bar for so many units of work. */
    public Progress(String task, long total) {
        this.task = task;
        this.total = total;
        this.terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /** One unit of the work is done. */
    public synchronized void step() {
        done++;
        if (terminal && bar.isEmpty() && System.nanoTime() - startedAt > PATIENCE_NANOS) {
            bar = Optional.of(visible());
        }
        bar.ifPresent(shown -> shown.stepTo(done));
    }

    @Override
    public synchronized void close() {
        bar.ifPresent(ProgressBar::close);
    }

    private ProgressBar visible() {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .clearDisplayOnFinish()
                .build();
    }
}
