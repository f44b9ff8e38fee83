// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.bench.PictureFile;
import dev.plimsoll.bench.Require;
import dev.plimsoll.cli.Progress;
import dev.plimsoll.cli.ThreadsOption;
import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll bench policies DIR}: our policies beside every setting of the peers. */
@Command(
        name = "policies",
        mixinStandardHelpOptions = true,
        description = {
            "Replays every trace of a folder with every setting of HPA, KEDA and Knative, with a"
                    + " fleet that always holds the peak's need, and with policies of ours that are"
                    + " told nothing but the price of a violation: 10, 100 and 1000 (kappa).",
            "",
            "The index of a case is a policy's regret over the least regret of any setting of hpa,"
                    + " keda and static, tuned to that trace in hindsight: below 1 is better than"
                    + " anybody could have tuned them. Each case above 1 is listed with its"
                    + " reason.",
            "",
            "Finished replays are kept: what was interrupted goes on where it stopped, and a"
                    + " changed policy is replayed alone. Exit code 2: the input cannot be used.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  plimsoll bench policies traces",
            "  plimsoll bench policies traces --interpolation rough,linear,hold -o json",
            "  plimsoll bench policies traces --policy predictive,reactive --picture fronts.svg"
        })
public final class PoliciesCommand implements Callable<Integer> {
    private static final List<String> FORMS = List.of("table", "markdown", "json");

    @Parameters(paramLabel = "DIR", description = "Folder of the traces (*.csv).")
    private Path folder = Path.of("");

    @Mixin private InquiryOptions options = new InquiryOptions();

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Folder of the finished replays. Default: ${DEFAULT-VALUE}.")
    private Path work = Path.of("bench", "target", "policies");

    @Mixin private ThreadsOption threads = new ThreadsOption();

    @Option(
            names = "--picture",
            paramLabel = "FILE.svg",
            description = "Draw violations against replica-hours, class by class.")
    private Optional<Path> picture = Optional.empty();

    @Option(
            names = "-o",
            paramLabel = "FORM",
            description = "Form: table, markdown or json. Default: ${DEFAULT-VALUE}.")
    private String form = "table";

    private final PrintStream out;
    private final PrintStream err;

    public PoliciesCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws IOException {
        Require.choice("-o", "form", form, FORMS);
        Inquiry inquiry = options.inquiry();
        int parallel = threads.count();
        picture.ifPresent(PictureFile::requireRoom);
        TraceFile.Folder traces = TraceFile.Folder.read(folder);
        Findings findings = replay(inquiry, traces, parallel);
        if (picture.isPresent()) {
            Files.writeString(picture.get(), FrontsPicture.svg(findings));
        }
        print(findings);
        return 0;
    }

    private Findings replay(Inquiry inquiry, TraceFile.Folder traces, int parallel) {
        Replays replays =
                new Replays(inquiry, traces, new Archive(workFolder()), Fingerprint.ofProduct());
        long count = replays.count();
        Findings findings;
        try (Progress progress = new Progress("policies", count)) {
            findings = replays.play(parallel, progress::step);
        } catch (UncheckedIOException e) {
            throw refusedWork("cannot be read or written: " + e.getMessage());
        }
        err.println(
                "plimsoll: played %d of %d replays, those of before are in %s"
                        .formatted(replays.played(), count, work));
        return findings;
    }

    private void print(Findings findings) {
        out.println(
                switch (form) {
                    case "json" -> PoliciesJson.render(findings);
                    case "markdown" -> PoliciesReport.markdown(findings);
                    default -> PoliciesReport.text(findings);
                });
    }

    private Path workFolder() {
        try {
            return Files.createDirectories(work).toAbsolutePath();
        } catch (IOException _) {
            throw refusedWork("name one that can be written to");
        }
    }

    private InvalidInputException refusedWork(String mend) {
        return new InvalidInputException("--work", "folder", work.toString(), mend);
    }
}
