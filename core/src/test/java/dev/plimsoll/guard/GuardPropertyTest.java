// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.plimsoll.guard.Verdict.Approved;
import dev.plimsoll.guard.Verdict.Deferred;
import dev.plimsoll.guard.Verdict.Rejected;
import dev.plimsoll.guard.Verdict.Remembered;
import dev.plimsoll.guard.Verdict.Unchanged;
import dev.plimsoll.guard.Verdict.Withheld;
import dev.plimsoll.model.Action;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is proposed in {@link RandomLife}, what is approved keeps every {@link Invariant}; and
 * without any one of the rules the invariant that it stands for is broken in one of the same lives.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardPropertyTest {
    private static final int SEEDS = 500;
    private static final int TURNS = 80;

    private final Map<Rule, Integer> bound = new EnumMap<>(Rule.class);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @AfterAll
    void sayHowOftenEachRuleBound() {
        System.out.printf("%-18s %8s%n", "rule", "bound");
        for (Rule rule : Rule.values()) {
            System.out.printf("%-18s %8d%n", rule, bound.getOrDefault(rule, 0));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noProposalGetsPastTheInvariants(long seed) {
        Guard guard = new Guard();
        RandomLife life = new RandomLife(seed);
        for (int turn = 0; turn < TURNS; turn++) {
            Review review = life.next();
            Verdict verdict = guard.review(review);
            assertThat(guard.review(review)).isEqualTo(verdict);
            assertClampsLeadToTheVerdict(review, verdict);
            verdict.clamps().forEach(clamp -> bound.merge(clamp.rule(), 1, Integer::sum));
            assertThat(brokenBy(life, review, verdict)).as("turn %d", turn).isEmpty();
        }
    }

    /** How far an approval leads is a matter of people, and so of {@link AuthorityPropertyTest}. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPROVAL")
    void withoutAnyOneRuleItsInvariantBreaks(Rule rule) {
        List<Rule> others = new ArrayList<>(List.of(Rule.values()));
        others.remove(rule);
        Guard guard = new Guard(others);
        Set<Invariant> broken = EnumSet.noneOf(Invariant.class);
        for (long seed = 1; seed <= SEEDS && broken.isEmpty(); seed++) {
            RandomLife life = new RandomLife(seed);
            for (int turn = 0; turn < TURNS && broken.isEmpty(); turn++) {
                Review review = life.next();
                broken.addAll(brokenBy(life, review, guard.review(review)));
            }
        }
        assertThat(broken).containsExactly(guardedBy(rule));
    }

    private static Set<Invariant> brokenBy(RandomLife life, Review review, Verdict verdict) {
        if (verdict instanceof Approved(ApprovedAction approved, var _)
                && approved.action() instanceof Action.Scale scale) {
            Set<Invariant> broken =
                    life.invariants()
                            .brokenBy(review.outlook(), review.proposal(), review.burst(), scale);
            life.approved(review, scale);
            return broken;
        }
        return Set.of();
    }

    private static Invariant guardedBy(Rule rule) {
        return switch (rule) {
            case PRECONDITION -> Invariant.ON_THE_WORLD_THAT_WAS_PLANNED_FOR;
            case BY_HAND -> Invariant.HANDS_ARE_RESPECTED;
            case TAKEN_BACK, REVERTED -> Invariant.HARM_IS_NOT_REPEATED;
            case EVIDENCE_ABSENT -> Invariant.NOTHING_TAKEN_WITHOUT_A_READING;
            case EVIDENCE_STALE -> Invariant.NOTHING_TAKEN_ON_AN_OLD_READING;
            case EVIDENCE_ZERO -> Invariant.NOTHING_TAKEN_ON_A_ZERO_BESIDE_LIFE;
            case EVIDENCE_FROZEN -> Invariant.NOTHING_TAKEN_ON_A_FROZEN_READING;
            case EVIDENCE_PARTIAL -> Invariant.NOTHING_TAKEN_WHILE_REPLICAS_ARE_SILENT;
            case REACTIVE_FLOOR -> Invariant.DEMAND_IS_STILL_CARRIED;
            case SESSIONS -> Invariant.SESSIONS_ARE_KNOWN_BEFORE_THEIR_REPLICA_LEAVES;
            case DRAINING -> Invariant.FEW_LEAVE_AT_ONCE;
            case ORDERED -> Invariant.VOLUMES_LEAVE_ONE_BY_ONE;
            case QUORUM -> Invariant.A_MAJORITY_STAYS;
            case COOL_DOWN -> Invariant.REST_AFTER_A_SCALE_OUT;
            case SCALE_IN_RATE -> Invariant.FEW_LEAVE_IN_A_PERIOD;
            case BLAST_RADIUS -> Invariant.ONE_ACTION_TAKES_FEW;
            case RETRIES -> Invariant.RETRIES_BUY_LITTLE;
            case NO_GAIN -> Invariant.NOTHING_BOUGHT_THAT_DOES_NOT_HELP;
            case UNPROVEN -> Invariant.MORE_WAITS_UNTIL_THE_LAST_HELPED;
            case PENDING -> Invariant.NOTHING_ORDERED_ON_TOP_OF_STUCK_ORDERS;
            case TICK -> Invariant.TICKS_ADD_WHAT_IS_NEEDED;
            case BURST -> Invariant.TICKS_STAY_WITHIN_THE_BUDGET;
            case SURGE -> Invariant.GROWTH_IS_BOUNDED;
            case ACTION_RATE -> Invariant.ACTIONS_ARE_FEW;
            case QUOTA -> Invariant.WITHIN_THE_QUOTA;
            case MAX_REPLICAS -> Invariant.AT_MOST_MAX;
            case MIN_REPLICAS -> Invariant.AT_LEAST_MIN;
            case NODE_CAPACITY -> Invariant.WITHIN_THE_NODES;
            case APPROVAL -> fail("nobody is asked in these lives");
        };
    }

    private static void assertClampsLeadToTheVerdict(Review review, Verdict verdict) {
        int replicas = review.proposal().target();
        int order = -1;
        for (Clamp clamp : verdict.clamps()) {
            assertThat(clamp.before()).isEqualTo(replicas).isNotEqualTo(clamp.after());
            assertThat(clamp.rule().ordinal()).isGreaterThan(order);
            order = clamp.rule().ordinal();
            replicas = clamp.after();
        }
        switch (verdict) {
            case Approved(var approved, var _) -> {
                assertThat(approved.version()).isEqualTo(review.inventory().version());
                assertThat(approved.action())
                        .extracting("from", "to")
                        .containsExactly(review.inventory().desired(), replicas);
            }
            case Remembered _ -> fail("a guard approves; a journal remembers");
            case Withheld _ -> fail("nobody is asked in these lives");
            case Unchanged() -> assertThat(review.proposal().target()).isEqualTo(review.current());
            case Deferred(var clamps) -> {
                assertThat(replicas).isEqualTo(review.current());
                assertThat(clamps.getLast().rule().isPassing()).isTrue();
            }
            case Rejected(var clamps) -> {
                assertThat(replicas).isEqualTo(review.current());
                assertThat(clamps.getLast().rule().isPassing()).isFalse();
            }
        }
    }
}
