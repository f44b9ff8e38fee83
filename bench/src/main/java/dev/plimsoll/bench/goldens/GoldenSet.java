// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cases of one golden file, a line each. */
record GoldenSet(Path file, List<GoldenCase> cases) {
    private static final String ENDING = ".jsonl";

    GoldenSet {
        cases = List.copyOf(cases);
    }

    /** Those of a folder, in the order of their names. */
    static List<GoldenSet> of(Path folder) {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new InvalidInputException(
                    "bench goldens",
                    "folder",
                    folder.toString(),
                    "it has no %s file; name the folder of the golden files".formatted(ENDING));
        }
        List<GoldenSet> sets = new ArrayList<>();
        for (Path file : files) {
            sets.add(read(file));
        }
        return sets;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidInputException(
                    "bench goldens", "folder", folder.toString(), "there is no such folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw new InvalidInputException(
                    "bench goldens", "folder", folder.toString(), "it cannot be read: " + e);
        }
    }

    private static GoldenSet read(Path file) {
        String name = String.valueOf(file.getFileName());
        GoldenKind kind =
                GoldenKind.of(name)
                        .orElseThrow(() ->
                                new InvalidInputException(
                                        file.toString(),
                                        "name",
                                        name,
                                        "a kind must be in it: " + GoldenKind.labels()));
        return new GoldenSet(file, GoldenReader.read(file, kind));
    }

    /** The file's name without its ending. */
    String name() {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ENDING.length());
    }

    /** The cases that came out different, in their order. */
    List<Failed> replay() {
        List<Failed> failed = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            String name = cases.get(i).name();
            replay(i).ifPresent(mismatch -> failed.add(new Failed(name, mismatch)));
        }
        return failed;
    }

    /** What no peer can be asked is no answer of it. */
    private Optional<Mismatch> replay(int index) {
        try {
            return cases.get(index).replay();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "%s:%d".formatted(file, index + 1),
                    "case",
                    cases.get(index).name(),
                    String.valueOf(e.getMessage()));
        }
    }

    /** A case that came out different. */
    record Failed(String name, Mismatch mismatch) {}
}
