// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.sim.backtest.BacktestCase;
import dev.plimsoll.sim.backtest.Stretch;
import dev.plimsoll.sim.score.Bill;
import dev.plimsoll.sim.score.Regret;
import dev.plimsoll.sim.score.ScoreContext;
import dev.plimsoll.sim.score.Timeline;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A case with all that its replays are judged on, made when the first replay asks for it: one whose
 * replays were all kept is never made. Thread-safe.
 */
final class PreparedCase {
    /** Where no request arrives in the leading part, all settings are as good there. */
    private static final Regret NOTHING_TOLD = new Regret(1, 0);

    private final Supplier<Parts> parts;

    private record Parts(BacktestCase replay, Stretch leading, Stretch scored, ScoredHours hours) {}

    /** To be made by {@code source}, which may refuse. */
    PreparedCase(Supplier<BacktestCase> source) {
        this.parts = new Once<>(() -> parts(source.get()));
    }

    /** Replays an entrant, and keeps what it is judged by. */
    Replayed play(Entrant entrant) {
        Parts made = parts.get();
        Timeline timeline = entrant.play(made.replay);
        Bill bill = Bill.of(made.scored.context(), timeline).orElseThrow();
        return new Replayed(
                leading(made.leading, timeline),
                bill.beside(made.scored.oracleReplicaHours()),
                bill.replicaHours(),
                made.hours.of(timeline));
    }

    private static Regret leading(Stretch leading, Timeline timeline) {
        return Bill.of(leading.context(), timeline)
                .map(bill -> bill.beside(leading.oracleReplicaHours()))
                .orElse(NOTHING_TOLD);
    }

    private static Parts parts(BacktestCase replay) {
        Stretch leading = replay.leadingStretch();
        Stretch scored = replay.scoredStretch();
        requireRequests(replay.name(), scored);
        return new Parts(replay, leading, scored, new ScoredHours(scored));
    }

    private static void requireRequests(String trace, Stretch scored) {
        ScoreContext context = scored.context();
        boolean any =
                IntStream.range(0, context.steps())
                        .anyMatch(step -> context.scored(step) && context.demand(step) > 0);
        if (!any) {
            throw new InvalidInputException(
                    "%s: no request arrives in its scored part: give a longer trace"
                            .formatted(trace));
        }
    }

    /** Asks once, and gives the same answer or the same refusal ever after. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> source;
        private Supplier<T> answer = this::ask;

        Once(Supplier<T> source) {
            this.source = source;
        }

        @Override
        public synchronized T get() {
            return answer.get();
        }

        private T ask() {
            try {
                T value = source.get();
                answer = () -> value;
            } catch (InvalidInputException refusal) {
                answer =
                        () -> {
                            throw refusal;
                        };
            }
            return answer.get();
        }
    }
}
