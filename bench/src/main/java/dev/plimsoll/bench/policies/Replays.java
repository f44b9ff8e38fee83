// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.model.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Replays every entrant on every case, or finds in the archive what a replay came to. Cases are
 * made when their turn comes and dropped when their last replay is done, so that only about as many
 * as there are threads are there at a time.
 */
final class Replays {
    private final Inquiry inquiry;
    private final Archive archive;
    private final Fingerprint fingerprint;
    private final List<Entrant> entrants;
    private final List<CaseFile> files = new ArrayList<>();
    private final List<LeftOut> leftOut;
    private final AtomicInteger played = new AtomicInteger();

    private record Pending(CaseName name, Map<Entrant, Future<Replayed>> runs) {}

    /** All replays that are asked of a folder's traces. */
    Replays(Inquiry inquiry, TraceFile.Folder folder, Archive archive, Fingerprint fingerprint) {
        this.inquiry = inquiry;
        this.archive = archive;
        this.fingerprint = fingerprint;
        this.entrants = inquiry.entrants();
        this.leftOut = new ArrayList<>(folder.unreadable());
        for (TraceFile trace : folder.traces()) {
            for (CaseFile file : inquiry.cases(trace)) {
                file.refusal()
                        .ifPresentOrElse(
                                reason -> leftOut.add(file.leftOut(reason)), () -> files.add(file));
            }
        }
    }

    /** How many there are. */
    long count() {
        return (long) files.size() * entrants.size();
    }

    /** How many were not found and had to be played. */
    int played() {
        return played.get();
    }

    /**
     * Everything; the result does not depend on the number of threads.
     *
     * @param done is called after each replay, from any thread
     */
    Findings play(int threads, Runnable done) {
        List<LeftOut> refused = new ArrayList<>(leftOut);
        List<CaseRuns> cases = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            try {
                for (Pending pending : submitted(executor, done)) {
                    join(pending, cases, refused);
                }
            } finally {
                executor.shutdownNow();
            }
        }
        if (cases.isEmpty()) {
            throw InvalidInputException.of(refused.stream().map(LeftOut::reason).toList());
        }
        return new Findings(inquiry, cases, refused);
    }

    private List<Pending> submitted(ExecutorService executor, Runnable done) {
        return files.stream().map(file -> submit(file, executor, done)).toList();
    }

    private Pending submit(CaseFile file, ExecutorService executor, Runnable done) {
        PreparedCase prepared = new PreparedCase(file::replay);
        Map<Entrant, Future<Replayed>> runs = new LinkedHashMap<>();
        for (Entrant entrant : entrants) {
            ReplayKey key = file.key(entrant, fingerprint);
            Callable<Replayed> run = () -> run(key, entrant, prepared, done);
            runs.put(entrant, executor.submit(run));
        }
        return new Pending(file.name(), runs);
    }

    private Replayed run(ReplayKey key, Entrant entrant, PreparedCase prepared, Runnable done)
            throws IOException {
        try {
            var kept = archive.find(key);
            if (kept.isPresent()) {
                return kept.get();
            }
            Replayed replayed = prepared.play(entrant);
            played.incrementAndGet();
            archive.keep(key, replayed);
            return replayed;
        } finally {
            done.run();
        }
    }

    private static void join(Pending pending, List<CaseRuns> cases, List<LeftOut> leftOut) {
        Map<Entrant, Replayed> runs = new LinkedHashMap<>();
        try {
            for (var run : pending.runs().entrySet()) {
                runs.put(run.getKey(), run.getValue().get());
            }
            cases.add(new CaseRuns(pending.name(), runs));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the replays were interrupted", e);
        } catch (ExecutionException e) {
            leftOut.add(new LeftOut(pending.name().toString(), refusal(e)));
        }
    }

    /** Why a case cannot be replayed; anything else ends all. */
    private static String refusal(ExecutionException e) {
        return switch (e.getCause()) {
            case InvalidInputException invalid -> invalid.problems().getFirst();
            case IOException failed -> throw new UncheckedIOException(failed);
            case RuntimeException bug -> throw bug;
            case null, default -> throw new IllegalStateException(e);
        };
    }
}
