// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import static dev.plimsoll.control.Entries.WEB;
import static dev.plimsoll.control.Entries.WORK;
import static dev.plimsoll.control.Entries.acted;
import static dev.plimsoll.control.Entries.dark;
import static dev.plimsoll.control.Entries.decided;
import static dev.plimsoll.control.Entries.instructed;
import static dev.plimsoll.control.Entries.observed;
import static dev.plimsoll.control.Entries.second;
import static dev.plimsoll.control.Entries.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.control.JournalEntry.Decided;
import dev.plimsoll.control.JournalEntry.Observed;
import dev.plimsoll.guard.Guard;
import dev.plimsoll.guard.Verdict;
import dev.plimsoll.model.Workload;
import dev.plimsoll.model.WorkloadId;
import dev.plimsoll.model.Workloads;
import dev.plimsoll.plan.PredictivePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Journal} promises. */
public abstract class JournalContract {
    private static final Duration HOUR = Duration.ofHours(1);

    /** An empty journal. */
    protected abstract Journal journal(Retention retention);

    private Journal journal() {
        return journal(Retention.ofReadings(HOUR));
    }

    @Test
    public void isEmptyAtFirst() {
        Journal journal = journal();
        assertThat(journal.read()).isEmpty();
        assertThat(journal.unfinished()).isEmpty();
        assertThat(journal.saved(WEB)).isEmpty();
    }

    @Test
    public void readsAllThreeStreamsInTheOrderInWhichTheyWereAppended() {
        List<JournalEntry> entries = bothWorkloads();
        Journal journal = journal();
        append(journal, entries);
        assertThat(journal.read()).isEqualTo(entries);
    }

    @Test
    public void readsWhatWasCommittedBitByBitAsOneWhole() {
        List<JournalEntry> entries = bothWorkloads();
        Journal journal = journal();
        entries.forEach(entry -> append(journal, List.of(entry)));
        assertThat(journal.read()).isEqualTo(entries);
        assertThat(journal.read(Selection.ALL)).extracting(Kept::position).isSorted();
    }

    @Test
    public void whatIsNotCommittedIsNotRead() {
        Journal journal = journal();
        append(journal, List.of(observed(WEB, 0)));
        journal.append(decided(WEB, 0, 4, 7));
        journal.append(observed(WEB, 15));
        journal.save(WEB, new byte[] {1});
        assertThat(journal.read()).containsExactly(observed(WEB, 0));
        assertThat(journal.unfinished()).isEmpty();
        assertThat(journal.saved(WEB)).isEmpty();
        journal.commit();
        journal.commit();
        assertThat(journal.read())
                .containsExactly(observed(WEB, 0), decided(WEB, 0, 4, 7), observed(WEB, 15));
        assertThat(journal.unfinished()).containsExactly(decided(WEB, 0, 4, 7));
        assertThat(journal.saved(WEB)).isPresent();
    }

    @Test
    public void aRepeatedDecisionMovesUntilOnAndAddsNothing() {
        Journal journal = journal();
        append(journal, List.of(decided(WEB, 0, 4, 4), decided(WORK, 0, 4, 4)));
        append(journal, List.of(decided(WEB, 15, 4, 4), decided(WORK, 15, 4, 4)));
        append(journal, List.of(decided(WEB, 30, 4, 4)));
        assertThat(journal.read())
                .containsExactly(
                        until(decided(WEB, 0, 4, 4), 30), until(decided(WORK, 0, 4, 4), 15));
    }

    @Test
    public void aDecisionIsRepeatedWithinOneCommitToo() {
        Journal journal = journal();
        append(journal, List.of(decided(WEB, 0, 4, 4), decided(WEB, 15, 4, 4)));
        assertThat(journal.read()).containsExactly(until(decided(WEB, 0, 4, 4), 15));
    }

    /**
     * Whoever repeats, rests, changes and comes back: each until is that of its own last repeat.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    public void untilIsThatOfTheLastRepeatWhoeverRepeatsWithIt(long seed) {
        List<WorkloadId> pool = pool();
        SplittableRandom random = new SplittableRandom(seed);
        Journal journal = journal();
        Journal twin = new InMemoryJournal(HOUR);
        for (int cycle = 0; cycle < 40; cycle++) {
            List<JournalEntry> entries = randomCycle(pool, 15L * cycle, random);
            append(journal, entries);
            append(twin, entries);
            assertThat(journal.read()).as("cycle %d", cycle).isEqualTo(twin.read());
        }
    }

    @Test
    public void whatTellsSomethingNewIsAnEntryOfItsOwn() {
        Decided quiet = decided(WEB, 0, 4, 4);
        Decided dark = decided(dark(WEB, 15), 4);
        Decided quietAgain = decided(WEB, 30, 4, 4);
        Journal journal = journal();
        append(journal, List.of(quiet, dark, quietAgain));
        assertThat(journal.read()).containsExactly(quiet, dark, quietAgain);
    }

    @Test
    public void everyApprovedDecisionIsAnEntryOfItsOwn() {
        Journal journal = journal();
        List<JournalEntry> entries = List.of(decided(WEB, 0, 4, 7), decided(WEB, 15, 4, 7));
        append(journal, entries);
        assertThat(journal.read()).isEqualTo(entries);
    }

    @Test
    public void anApprovalThatIsReadHasNoAuthority() {
        Journal journal = journal();
        append(journal, List.of(decided(WEB, 0, 4, 7)));
        Decided read = (Decided) journal.read().getFirst();
        assertThat(read.record().verdict()).isInstanceOf(Verdict.Remembered.class);
        assertThat(read.record().verdict().passed()).isPresent();
    }

    @Test
    public void anActionIsUnfinishedUntilItsOwnOutcomeIsThere() {
        Journal journal = journal();
        append(journal, List.of(decided(WEB, 0, 4, 7), decided(WORK, 0, 4, 7)));
        append(journal, List.of(decided(WEB, 15, 4, 7), decided(WORK, 15, 4, 4)));
        append(journal, List.of(acted(WEB, 0), acted(WORK, 15)));
        assertThat(journal.unfinished())
                .containsExactly(decided(WORK, 0, 4, 7), decided(WEB, 15, 4, 7));
        append(journal, List.of(acted(WORK, 0), acted(WEB, 15)));
        assertThat(journal.unfinished()).isEmpty();
    }

    @Test
    public void anActionFinishedInTheSameCommitIsFinished() {
        Journal journal = journal();
        append(journal, List.of(decided(WEB, 0, 4, 7), acted(WEB, 0)));
        assertThat(journal.unfinished()).isEmpty();
    }

    @Test
    public void whatAPersonSaysFinishesNothingAndRepeatsNothing() {
        Journal journal = journal();
        List<JournalEntry> entries =
                List.of(decided(WEB, 0, 4, 7), instructed(WEB, 0), instructed(WEB, 0));
        append(journal, entries);
        assertThat(journal.read()).isEqualTo(entries);
        assertThat(journal.unfinished()).containsExactly(decided(WEB, 0, 4, 7));
    }

    @Test
    public void readsSingleStreams() {
        Journal journal = journal();
        append(journal, bothWorkloads());
        assertThat(read(journal, Selection.ALL.of(JournalStream.READINGS)))
                .containsExactly(observed(WEB, 0), observed(WORK, 0), observed(WEB, 15));
        assertThat(read(journal, Selection.ALL.of(JournalStream.DECISIONS).of(WEB)))
                .containsExactly(decided(WEB, 0, 4, 7), decided(WEB, 15, 7, 7));
        assertThat(read(journal, Selection.ALL.of(JournalStream.ACTIONS, JournalStream.READINGS)))
                .containsExactly(
                        observed(WEB, 0),
                        observed(WORK, 0),
                        acted(WEB, 0),
                        instructed(WORK, 10),
                        observed(WEB, 15));
    }

    @Test
    public void readsOneWorkload() {
        Journal journal = journal();
        append(journal, bothWorkloads());
        assertThat(read(journal, Selection.ALL.of(WORK)))
                .containsExactly(observed(WORK, 0), decided(WORK, 0, 4, 4), instructed(WORK, 10));
        assertThat(read(journal, Selection.ALL.of(new WorkloadId("shop", "unknown")))).isEmpty();
    }

    @Test
    public void aDecisionIsReadForEveryInstantThatItStoodFor() {
        Journal journal = journal();
        append(journal, List.of(decided(WEB, 0, 4, 4)));
        append(journal, List.of(decided(WEB, 30, 4, 4)));
        append(journal, List.of(decided(WEB, 45, 4, 7)));
        Decided quiet = until(decided(WEB, 0, 4, 4), 30);
        Decided busy = decided(WEB, 45, 4, 7);
        assertThat(read(journal, between(15, 20))).containsExactly(quiet);
        assertThat(read(journal, between(30, 30))).containsExactly(quiet);
        assertThat(read(journal, between(31, 44))).isEmpty();
        assertThat(read(journal, between(20, 45))).containsExactly(quiet, busy);
    }

    @Test
    public void readsPageByPage() {
        List<JournalEntry> entries = new ArrayList<>();
        for (int second = 0; second < 60; second += 15) {
            entries.addAll(List.of(observed(WEB, second), decided(WEB, second, 4, 7)));
        }
        Journal journal = journal();
        append(journal, entries);
        List<JournalEntry> read = new ArrayList<>();
        List<Kept> page = journal.read(Selection.ALL.first(3));
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            page.forEach(kept -> read.add(kept.entry()));
            page = journal.read(Selection.ALL.first(3).after(page.getLast().position()));
        }
        assertThat(read).isEqualTo(entries);
    }

    @Test
    public void forgetsObservationsAfterTheirTimeAndNothingElse() {
        Journal journal = journal(Retention.ofReadings(Duration.ofMinutes(10)));
        append(
                journal,
                List.of(observed(WEB, 0), decided(WEB, 0, 4, 7), acted(WEB, 0), observed(WEB, 1)));
        append(journal, List.of(observed(WEB, 601)));
        assertThat(journal.read())
                .containsExactly(
                        decided(WEB, 0, 4, 7), acted(WEB, 0), observed(WEB, 1), observed(WEB, 601));
    }

    @Test
    public void forgetsDecisionsAfterTheirTimeUnlessTheyAreNeeded() {
        Journal journal = journal(new Retention(Duration.ofMinutes(1), Duration.ofMinutes(10)));
        append(
                journal,
                List.of(
                        decided(WORK, 0, 4, 4),
                        decided(WEB, 0, 4, 7),
                        acted(WEB, 0),
                        instructed(WEB, 2)));
        append(journal, List.of(decided(WEB, 15, 4, 7), decided(WEB, 30, 4, 4)));
        append(journal, List.of(decided(WEB, 700, 4, 7)));
        assertThat(journal.read())
                .as("the last of a workload, and one without an outcome, are needed")
                .containsExactly(
                        decided(WORK, 0, 4, 4), decided(WEB, 15, 4, 7), decided(WEB, 700, 4, 7));
    }

    @Test
    public void keepsTheKnowledgeSavedLast() {
        Journal journal = journal();
        journal.append(observed(WEB, 0));
        journal.save(WEB, new byte[] {1, 2});
        journal.append(observed(WEB, 15));
        journal.save(WORK, new byte[0]);
        journal.commit();
        List<Kept> kept = journal.read(Selection.ALL);
        assertThat(journal.saved(WEB))
                .contains(new KnowledgeSnapshot(WEB, kept.get(0).position(), new byte[] {1, 2}));
        assertThat(journal.saved(WORK))
                .contains(new KnowledgeSnapshot(WORK, kept.get(1).position(), new byte[0]));
        journal.save(WEB, new byte[] {3});
        journal.commit();
        assertThat(journal.saved(WEB))
                .contains(new KnowledgeSnapshot(WEB, kept.get(1).position(), new byte[] {3}));
    }

    @Test
    public void keepsKnowledgeOfAnySize() {
        byte[] bytes = new byte[3_000_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        Journal journal = journal();
        journal.save(WEB, bytes);
        journal.commit();
        assertThat(journal.saved(WEB).orElseThrow().bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    public void aSnapshotAndTheEntriesBehindItGiveTheLiveState(long seed) {
        RandomPeople people = new RandomPeople(seed);
        Workload web = Workloads.web().with(people.consent());
        var live = new WorkloadKnowledge(web, PredictivePolicy.DEFAULT);
        RandomWorld world = new RandomWorld(web, seed);
        int saved = new SplittableRandom(seed).nextInt(0, 120);
        Journal journal = journal();
        for (int turn = 0; turn < 120; turn++) {
            if (turn == saved) {
                journal.save(WEB, live.snapshot());
            }
            turn(live, world, people, journal);
        }

        KnowledgeSnapshot snapshot = journal.saved(WEB).orElseThrow();
        var restored = new WorkloadKnowledge(web, PredictivePolicy.DEFAULT);
        restored.restore(snapshot.bytes());
        Knowledge knowledge = new Knowledge(Map.of(WEB, restored));
        journal.read(Selection.ALL.after(snapshot.position()))
                .forEach(kept -> knowledge.fold(kept.entry()));
        assertThat(restored.snapshot()).isEqualTo(live.snapshot());
    }

    @Test
    public void keepsHowFarReceiversWereToldFromTheNextCommitOn() {
        Journal journal = journal();
        assertThat(journal.told()).isEmpty();
        journal.saveTold(new TreeMap<>(Map.of("chat", 3L, "pager", 7L)));
        assertThat(journal.told()).isEmpty();
        journal.commit();
        assertThat(journal.told()).containsExactly(Map.entry("chat", 3L), Map.entry("pager", 7L));
        append(journal, List.of(observed(WEB, 0)));
        assertThat(journal.told()).hasSize(2);
    }

    @Test
    public void whoIsToldNoMoreIsForgotten() {
        Journal journal = journal();
        journal.saveTold(new TreeMap<>(Map.of("chat", 3L, "pager", 7L)));
        journal.commit();
        journal.saveTold(new TreeMap<>(Map.of("pager", 9L)));
        journal.commit();
        assertThat(journal.told()).containsExactly(Map.entry("pager", 9L));
        journal.saveTold(new TreeMap<>());
        journal.commit();
        assertThat(journal.told()).isEmpty();
    }

    @Test
    public void endsAtItsLastCommittedEntry() {
        Journal journal = journal();
        assertThat(journal.end()).isEqualTo(Selection.START);
        append(journal, bothWorkloads());
        assertThat(journal.end()).isEqualTo(journal.read(Selection.ALL).getLast().position());
        long end = journal.end();
        journal.append(observed(WEB, 30));
        assertThat(journal.end()).isEqualTo(end);
        journal.commit();
        assertThat(journal.end()).isEqualTo(journal.read(Selection.ALL).getLast().position());
    }

    @Test
    public void whatWasReadStaysAsItWas() {
        Journal journal = journal();
        append(journal, List.of(decided(WEB, 0, 4, 4)));
        List<JournalEntry> read = journal.read();
        append(journal, List.of(decided(WEB, 15, 4, 4), observed(WEB, 15)));
        assertThat(read).containsExactly(decided(WEB, 0, 4, 4));
    }

    private static void turn(
            WorkloadKnowledge live, RandomWorld world, RandomPeople people, Journal journal) {
        Knowledge knowledge = new Knowledge(Map.of(WEB, live));
        Observed observed = world.next();
        DecisionRecord decision = knowledge.decide(observed, new Guard());
        append(journal, List.of(observed, new Decided(decision)));
        Stream.of(world.carryOut(decision), people.say(WEB, observed.at(), live))
                .flatMap(Optional::stream)
                .forEach(entry -> {
                    knowledge.fold(entry);
                    append(journal, List.of(entry));
                });
    }

    private static List<WorkloadId> pool() {
        List<WorkloadId> pool = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            pool.add(new WorkloadId("shop", "w" + i));
        }
        return pool;
    }

    private static List<JournalEntry> randomCycle(
            List<WorkloadId> pool, long second, SplittableRandom random) {
        List<JournalEntry> entries = new ArrayList<>();
        for (WorkloadId id : pool) {
            int luck = random.nextInt(20);
            if (luck == 0) {
                entries.add(decided(id, second, 4, 7));
            } else if (luck > 1) {
                long at = luck == 2 ? second + 1 : second;
                entries.add(luck == 3 ? decided(dark(id, at), 4) : decided(id, at, 4, 4));
            }
        }
        return entries;
    }

    private static List<JournalEntry> bothWorkloads() {
        return List.of(
                observed(WEB, 0),
                decided(WEB, 0, 4, 7),
                observed(WORK, 0),
                decided(WORK, 0, 4, 4),
                acted(WEB, 0),
                instructed(WORK, 10),
                observed(WEB, 15),
                decided(WEB, 15, 7, 7));
    }

    private static Selection between(long from, long to) {
        return Selection.ALL.between(second(from), second(to));
    }

    private static List<JournalEntry> read(Journal journal, Selection selection) {
        return journal.read(selection).stream().map(Kept::entry).toList();
    }

    private static void append(Journal journal, List<? extends JournalEntry> entries) {
        entries.forEach(journal::append);
        journal.commit();
    }
}
