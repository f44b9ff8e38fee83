// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.model.Workload;
import dev.plimsoll.sim.backtest.BacktestCase;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a replay depends on besides its case and its policy: the compiled classes of the engine, of
 * the simulator, and of what is kept of a run.
 *
 * @param peers changes with the classes that a peer's replay runs through: it is fed and scored by
 *     the simulator, and neither forecasts nor plans nor passes the guard
 * @param all changes with all of them, and with the versions of the libraries
 */
record Fingerprint(String peers, String all) {
    private static final Predicate<String> RUN_BY_PEERS =
            Pattern.compile("dev/plimsoll/(model|telemetry|capacity|sim)/.*").asMatchPredicate();

    private static final String BENCH = "dev/plimsoll/bench/";

    /** What makes of a run what is kept of it. */
    private static final Predicate<String> KEEPING =
            Pattern.compile(
                            BENCH
                                    + "policies/(Breakdown|Entrant|Phase|PreparedCase|Replayed"
                                    + "|ScoredHours)\\b.*")
                    .asMatchPredicate();

    /** Of the classes that are loaded. */
    static Fingerprint ofProduct() {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        List.of(Workload.class, BacktestCase.class, Replayed.class)
                .forEach(anchor -> collect(location(anchor), classes));
        return of(classes, libraries());
    }

    /**
     * Of classes by their path, and of what else counts.
     *
     * @param libraries the names of their files
     */
    static Fingerprint of(SortedMap<String, byte[]> classes, String libraries) {
        Sha256 peers = new Sha256();
        Sha256 all = new Sha256().add(libraries);
        classes.forEach((path, bytes) -> {
            boolean keeping = KEEPING.test(path);
            if (keeping || !path.startsWith(BENCH)) {
                all.add(path).add(bytes);
            }
            if (keeping || RUN_BY_PEERS.test(path)) {
                peers.add(path).add(bytes);
            }
        });
        return new Fingerprint(peers.text(), all.text());
    }

    String of(Entrant entrant) {
        return entrant instanceof Entrant.Peer ? peers : all;
    }

    private static Path location(Class<?> anchor) {
        try {
            return Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("classes at a place that is no URI", e);
        }
    }

    private static void collect(Path location, SortedMap<String, byte[]> classes) {
        try {
            if (Files.isDirectory(location)) {
                read(location, classes);
            } else {
                try (FileSystem archive = FileSystems.newFileSystem(location)) {
                    read(archive.getPath("/"), classes);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("classes in %s cannot be read".formatted(location), e);
        }
    }

    private static void read(Path root, SortedMap<String, byte[]> classes) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(root)) {
            files = found.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            classes.put(root.relativize(file).toString(), Files.readAllBytes(file));
        }
    }

    private static String libraries() {
        String path = System.getProperty("java.class.path", "");
        return Arrays.stream(path.split(Pattern.quote(System.getProperty("path.separator")), -1))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> String.valueOf(Path.of(entry).getFileName()))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
