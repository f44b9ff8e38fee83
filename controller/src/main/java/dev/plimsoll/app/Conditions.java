// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is wrong at present. Each condition is logged when it begins, changes and ends. Thread-safe.
 */
final class Conditions {
    /** What can be wrong. */
    enum Kind {
        PLATFORM_UNAVAILABLE,
        PLATFORM_TAKEN,
        STORE_UNAVAILABLE,
        READINGS_MISSING,
        CONFIGURATION_INVALID,
        CLOCK_SHIFTED,
        CLOCK_DIFFERS,
        WORKLOAD_MISSING,
        WORKLOAD_QUARANTINED,
        LEARNS_ANEW,
        DEFECT,
        WEB_HOOK_FAILING
    }

    /**
     * A condition that holds.
     *
     * @param subject what it is about: a workload or a source; empty where there is one only
     */
    record Condition(Kind kind, String subject, String sentence, Instant since) {
        /** That it is over, how long it stood, and what it said last: a sentence. */
        String over(Instant at) {
            return "%s is over after %s; it said: %s".formatted(kind, length(at), sentence);
        }

        /** As in {@code 1h2m5s}. */
        private String length(Instant until) {
            String iso = Duration.between(since, until).toString();
            return iso.substring("PT".length()).toLowerCase(Locale.ROOT);
        }
    }

    /** Is told when a condition begins and ends, not when its sentence changes. */
    interface Listener {
        void raised(Condition condition);

        void over(Condition condition, Instant at);
    }

    private record Key(Kind kind, String subject) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : subject.compareTo(other.subject);
        }
    }

    private final Log log;
    private final SortedMap<Key, Condition> present = new TreeMap<>();
    private final List<Listener> listeners = new ArrayList<>();

    Conditions(Log log) {
        this.log = log;
    }

    /** Says what is worth knowing, and is not wrong. */
    void note(String sentence) {
        log.line(sentence);
    }

    /** The time of the wall, by which it is told since when something is wrong. */
    Instant now() {
        return log.now();
    }

    /** From now on it is told. */
    synchronized void listen(Listener listener) {
        listeners.add(listener);
    }

    synchronized void raise(Kind kind, String subject, String sentence) {
        Key key = new Key(kind, subject);
        Condition earlier = present.get(key);
        if (earlier == null || !earlier.sentence().equals(sentence)) {
            Instant since = earlier == null ? log.now() : earlier.since();
            Condition now = new Condition(kind, subject, sentence, since);
            present.put(key, now);
            log.line("%s: %s".formatted(kind, sentence));
            if (earlier == null) {
                listeners.forEach(listener -> listener.raised(now));
            }
        }
    }

    /** Raises that something is gone without which nothing can be decided. */
    void gone(Kind kind, RuntimeException problem) {
        raise(kind, "", "nothing is decided until it is back: " + problem.getMessage());
    }

    synchronized void clear(Kind kind, String subject) {
        Condition ended = present.remove(new Key(kind, subject));
        if (ended != null) {
            Instant now = log.now();
            log.line(ended.over(now));
            listeners.forEach(listener -> listener.over(ended, now));
        }
    }

    /** These are all of a kind that hold now, each of them its own subject. */
    void set(Kind kind, List<String> sentences) {
        SortedMap<String, String> bySubject = new TreeMap<>();
        sentences.forEach(sentence -> bySubject.put(sentence, sentence));
        set(kind, bySubject);
    }

    /** These are all of a kind that hold now, by what they are about. */
    synchronized void set(Kind kind, SortedMap<String, String> sentences) {
        List<Condition> over =
                present.values().stream()
                        .filter(held -> held.kind() == kind)
                        .filter(held -> !sentences.containsKey(held.subject()))
                        .toList();
        over.forEach(held -> clear(kind, held.subject()));
        sentences.forEach((subject, sentence) -> raise(kind, subject, sentence));
    }

    /** In the order of their kinds and subjects. */
    synchronized List<Condition> present() {
        return new ArrayList<>(present.values());
    }
}
