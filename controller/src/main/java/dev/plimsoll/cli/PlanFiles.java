// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.PolicySpec;
import dev.plimsoll.sim.backtest.RunObserver;
import dev.plimsoll.sim.score.Timeline;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What each policy wanted, as CSV files that anyone can replay: {@code timestamp_s,replicas}, one
 * row a decision. Nothing is written before every run has succeeded. Thread-safe.
 */
final class PlanFiles implements RunObserver {
    private final Optional<Path> folder;
    private final Map<String, String> plans = new ConcurrentSkipListMap<>();

    PlanFiles(Optional<Path> folder) {
        this.folder = folder;
        folder.filter(target -> Files.exists(target) && !Files.isDirectory(target))
                .ifPresent(PlanFiles::refuse);
    }

    @Override
    public void finished(BacktestCase replay, PolicySpec policy, Timeline timeline) {
        if (folder.isPresent()) {
            long leadTime = Math.round(replay.leadTimeSeconds());
            String name = "%s_L%d_%s.csv".formatted(replay.name(), leadTime, policy.name());
            plans.put(name, rows(replay, timeline));
        }
    }

    /** Writes the files, and says so in a sentence if there are any. */
    Optional<String> write() {
        return folder.map(this::writeInto);
    }

    private String writeInto(Path target) {
        try {
            Files.createDirectories(target);
            for (Map.Entry<String, String> plan : plans.entrySet()) {
                Files.writeString(target.resolve(plan.getKey()), plan.getValue());
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "--plans", "folder", target.toString(), "cannot be written to: " + reason(e));
        }
        String count = plans.size() == 1 ? "1 plan" : plans.size() + " plans";
        return "plimsoll: wrote %s to %s".formatted(count, target);
    }

    /** What the system says; a failure that a class alone tells apart is one of the path. */
    private static String reason(IOException problem) {
        String said =
                problem instanceof FileSystemException file
                        ? file.getReason()
                        : problem.getMessage();
        return Objects.requireNonNullElse(said, "check the path and its permissions");
    }

    private static void refuse(Path target) {
        throw new InvalidInputException(
                "--plans", "folder", target.toString(), "is a file; name a folder");
    }

    private static String rows(BacktestCase replay, Timeline timeline) {
        int stepSeconds = replay.service().stepSeconds();
        int stepsPerCycle = (int) (replay.workload().cadence().cycle().toSeconds() / stepSeconds);
        StringBuilder rows = new StringBuilder("timestamp_s,replicas\n");
        for (int step = 0; step < timeline.steps(); step += stepsPerCycle) {
            rows.append((long) step * stepSeconds).append(',');
            rows.append(timeline.desired(step)).append('\n');
        }
        return rows.toString();
    }
}
