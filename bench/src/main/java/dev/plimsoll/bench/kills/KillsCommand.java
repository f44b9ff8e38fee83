// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.kills;

import dev.plimsoll.bench.FormOption;
import dev.plimsoll.bench.Require;
import dev.plimsoll.cli.CommandRunner;
import dev.plimsoll.cli.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll bench kills}: what a controller loses when it is killed. */
@Command(
        name = "kills",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a controller on a fleet that changes all the time, and kills it with SIGKILL at"
                    + " random moments, again and again on the same store. Then the fleet's own"
                    + " ledger and the journal are compared.",
            "",
            "lost: what the fleet did, or the controller said that it had decided, and is not in"
                    + " the journal. doubled: what the fleet did twice for one decision, or did"
                    + " though the journal says that it was not done. differences: decisions that"
                    + " come out otherwise when the whole journal is decided again. With postgres a"
                    + " server of Debian's package is started for it.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = "  plimsoll bench kills --count 20 --store h2 -o json")
public final class KillsCommand implements Callable<Integer> {
    private static final int MOST_KILLS = 2000;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Kills, 1 to 2000. Default: ${DEFAULT-VALUE}.")
    private int count = 200;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "h2 or postgres. Default: ${DEFAULT-VALUE}.")
    private String store = "h2";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the moments. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin private FormOption form = new FormOption();

    private final PrintStream out;

    public KillsCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean json = form.isJson();
        Require.choice("--store", "store", store, List.of("h2", "postgres"));
        Require.number("--count", count, 1, MOST_KILLS);
        KillsResult result = measure();
        out.println(json ? result.json() : result.table());
        return result.isWell() ? 0 : CommandRunner.NO;
    }

    private KillsResult measure() throws IOException, InterruptedException {
        try (Stage stage = Stage.set(store);
                Progress progress = new Progress("kills", count)) {
            SplittableRandom random = new SplittableRandom(seed);
            Judge judge = new Judge(stage);
            for (int kill = 0; kill < count; kill++) {
                try (KilledController controller = stage.controller()) {
                    controller.killAtRandom(random);
                    judge.heard(controller.said());
                }
                progress.step();
            }
            try (KilledController last = stage.controller()) {
                last.letEnd();
                judge.heard(last.said());
            }
            return judge.result(count, store);
        }
    }
}
