// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Instruction.Approve;
import dev.plimsoll.model.Instruction.Revert;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is proposed and whatever people say in a {@link GovernedLife}, nothing is approved
 * against their word, as a record of their own keeps it.
 */
class AuthorityPropertyTest {
    private static final int SEEDS = 400;
    private static final int TURNS = 80;

    private enum Came {
        FREELY,
        BY_APPROVAL,
        BY_WISH,
        NOT
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsApprovedAgainstTheWordOfPeople(long seed) {
        Guard guard = new Guard();
        GovernedLife life = new GovernedLife(seed);
        for (int turn = 0; turn < TURNS; turn++) {
            Review review = life.next();
            Verdict verdict = guard.review(review);
            assertThat(guard.review(review)).isEqualTo(verdict);
            assertThat(life.record().objections(review, verdict)).as("turn %d", turn).isEmpty();
            life.decided(review, verdict);
        }
    }

    @Test
    void theLivesAreWorthIt() {
        Guard guard = new Guard();
        Map<Came, Integer> came = new EnumMap<>(Came.class);
        for (long seed = 1; seed <= 50; seed++) {
            GovernedLife life = new GovernedLife(seed);
            for (int turn = 0; turn < TURNS; turn++) {
                Review review = life.next();
                Verdict verdict = guard.review(review);
                came.merge(came(verdict), 1, Integer::sum);
                life.decided(review, verdict);
            }
        }
        assertThat(came).containsOnlyKeys(Came.values());
        assertThat(came.values()).allSatisfy(times -> assertThat(times).isGreaterThan(20));
    }

    @Test
    void withoutItsRuleAnApprovalLeadsTooFar() {
        List<Rule> others = new ArrayList<>(List.of(Rule.values()));
        others.remove(Rule.APPROVAL);
        Guard guard = new Guard(others);
        List<String> objections = new ArrayList<>();
        for (long seed = 1; seed <= SEEDS && objections.isEmpty(); seed++) {
            GovernedLife life = new GovernedLife(seed);
            for (int turn = 0; turn < TURNS && objections.isEmpty(); turn++) {
                Review review = life.next();
                Verdict verdict = guard.review(review);
                objections.addAll(life.record().objections(review, verdict));
                life.decided(review, verdict);
            }
        }
        assertThat(objections).containsExactly("further than was approved");
    }

    private static Came came(Verdict verdict) {
        if (verdict.passed().isEmpty()) {
            return Came.NOT;
        }
        return verdict.leave()
                .map(leave ->
                        switch (leave) {
                            case Approve _ -> Came.BY_APPROVAL;
                            case Revert _ -> Came.BY_WISH;
                        })
                .orElse(Came.FREELY);
    }
}
