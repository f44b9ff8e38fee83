// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plimsoll.bench.FormOption;
import dev.plimsoll.cli.CommandRunner;
import dev.plimsoll.cli.TextTable;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plimsoll bench goldens DIR}: whether our peers decide as the peers' own code does. */
@Command(
        name = "goldens",
        mixinStandardHelpOptions = true,
        description = {
            "Replays golden files through our HPA, KPA and KEDA and compares every decision.",
            "A golden file has one case a line: inputs, and what upstream's own code decided.",
            "Exit code 0: all agree; 1: some do not; 2: a file cannot be used."
        },
        footerHeading = "%nExample:%n",
        footer = "  plimsoll bench goldens bench/src/test/resources/goldens")
public final class GoldensCommand implements Callable<Integer> {
    private static final int SHOWN = 3;
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .annotationIntrospector(new StrictIntrospector())
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .build();

    /** How one file came out. */
    record Count(String set, int cases, int mismatches) {}

    /** How all came out. */
    record Result(String schema, List<Count> sets) {}

    @Parameters(paramLabel = "DIR", description = "Folder of the golden files (*.jsonl).")
    private Path folder = Path.of("");

    @Mixin private FormOption form = new FormOption();

    private final PrintStream out;
    private final PrintStream err;

    public GoldensCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        boolean json = form.isJson();
        List<Count> counts = GoldenSet.of(folder).stream().map(this::replay).toList();
        out.print(json ? json(counts) : table(counts));
        return counts.stream().anyMatch(count -> count.mismatches() > 0) ? CommandRunner.NO : 0;
    }

    private Count replay(GoldenSet set) {
        List<GoldenSet.Failed> failed = set.replay();
        failed.stream().limit(SHOWN).forEach(this::show);
        return new Count(set.name(), set.cases().size(), failed.size());
    }

    private void show(GoldenSet.Failed failed) {
        Mismatch mismatch = failed.mismatch();
        err.printf(
                "%s, %s%n  input     %s%n  expected  %s%n  got       %s%n",
                failed.name(),
                mismatch.at(),
                text(mismatch.input()),
                text(mismatch.expected()),
                text(mismatch.got()));
    }

    private static String table(List<Count> counts) {
        TextTable table = new TextTable("set", "cases", "mismatches");
        for (Count count : counts) {
            table.row(
                    count.set(), String.valueOf(count.cases()), String.valueOf(count.mismatches()));
        }
        return table.toString();
    }

    private static String json(List<Count> counts) {
        return text(new Result("plimsoll.dev/goldens/v1", counts)) + System.lineSeparator();
    }

    private static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that cannot be written: " + value, e);
        }
    }
}
