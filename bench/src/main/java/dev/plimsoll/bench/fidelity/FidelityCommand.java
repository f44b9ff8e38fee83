// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.fidelity;

import dev.plimsoll.bench.FormOption;
import dev.plimsoll.bench.PictureFile;
import dev.plimsoll.cli.CommandRunner;
import dev.plimsoll.cli.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll bench fidelity}: the simulator beside real processes. */
@Command(
        name = "fidelity",
        mixinStandardHelpOptions = true,
        description = {
            "Holds the simulator against HAProxy and eight small servers on loopback: twice the"
                    + " same load of 50 to 130 %%, then servers added, drained and crashed.",
            "",
            "Needs HAProxy (apt-get install haproxy), and a machine that does nothing else. Exits"
                    + " with 1 if a figure is outside what is allowed.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll bench fidelity --picture fidelity.svg",
            "  plimsoll bench fidelity --short"
        })
public final class FidelityCommand implements Callable<Integer> {
    @Option(
            names = "--minutes",
            paramLabel = "M",
            description =
                    "Time of the two compared runs together; what is measured beside them takes a"
                            + " quarter more. Below 20 the tolerance allows for chance. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int minutes = Settings.FULL_MINUTES;

    @Option(
            names = "--short",
            description =
                    "Under three minutes, like --minutes 2: fewer phases, and nothing beside them.")
    private boolean isShort;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of arrivals and service times. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin private FormOption form = new FormOption();

    @Option(
            names = "--picture",
            paramLabel = "FILE.svg",
            description = "Draw latency and requests in the system over time.")
    private Optional<Path> picture = Optional.empty();

    private final PrintStream out;

    public FidelityCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean json = form.isJson();
        picture.ifPresent(PictureFile::requireRoom);
        Settings settings = new Settings(isShort ? Settings.SHORT_MINUTES : minutes, seed);
        Findings findings = measure(settings);
        draw(findings);
        out.println(json ? FidelityJson.render(findings) : FidelityTable.render(findings));
        return findings.comparison().isInside() ? 0 : CommandRunner.NO;
    }

    private static Findings measure(Settings settings) throws IOException, InterruptedException {
        Fidelity fidelity = new Fidelity(settings);
        try (Progress progress = new Progress("fidelity", fidelity.seconds())) {
            return fidelity.run(progress::step);
        }
    }

    private void draw(Findings findings) throws IOException {
        if (picture.isPresent()) {
            Files.writeString(picture.get(), FidelityPicture.render(findings.comparison()));
        }
    }
}
