// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.svr;

import dev.plimsoll.forecast.RegularSeries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a fit learns from: at some samples of a history the inputs as they were then, and what came
 * after. Where the history has more samples than rows are wanted, one is taken from each of as many
 * stretches of equal length; its place within the stretch wanders by the golden ratio, so that no
 * phase of the day is left out.
 *
 * <p>Immutable.
 */
final class TrainingRows {
    private static final int HISTORY_PER_HORIZON = 8;
    private static final double GOLDEN = 0.618033988749895;

    private final int[] horizons;
    private final double[][] inputs;
    private final double[][] rises;
    private final double[][] changes;

    private TrainingRows(int[] horizons, int count) {
        this.horizons = horizons;
        this.inputs = new double[count][];
        this.rises = new double[horizons.length][count];
        this.changes = new double[horizons.length][count];
    }

    /** The rows of a history, all of which {@code state}, new, has seen afterwards. */
    static TrainingRows of(RegularSeries history, SvrInputs state, SvrSettings settings) {
        int first = firstPresent(history);
        int size = history.size() - first;
        int width = state.width(size);
        int start = width > state.width(0) ? first + settings.period() : first + 1;
        int[] horizons = horizons(settings.horizons(), size);
        int[] chosen = thinned(candidates(history, start, horizons), settings.rows());
        TrainingRows rows = new TrainingRows(horizons, chosen.length);
        int row = 0;
        for (int i = 0; i < history.size(); i++) {
            feed(history, i, state);
            if (row < chosen.length && chosen[row] == i) {
                rows.inputs[row] = state.values(width);
                rows.look(row, history, i, state);
                row++;
            }
        }
        return rows;
    }

    private void look(int row, RegularSeries history, int sample, SvrInputs state) {
        for (int h = 0; h < horizons.length; h++) {
            rises[h][row] = state.rise(horizons[h]);
            changes[h][row] = history.at(sample + horizons[h]) - history.at(sample);
        }
    }

    /** How many look-aheads there are: those of the settings the history is long enough for. */
    int leads() {
        return horizons.length;
    }

    /** What a look-ahead is like, by its index. */
    Lead lead(int index) {
        return Lead.of(horizons[index], rises[index], changes[index]);
    }

    /** The inputs of a row, as {@link SvrInputs#values} gave them. */
    double[] inputs(int row) {
        return inputs[row];
    }

    /** What the series rose by after a row, over a look-ahead. */
    double change(int lead, int row) {
        return changes[lead][row];
    }

    /** What the past days rose by meanwhile. */
    double rise(int lead, int row) {
        return rises[lead][row];
    }

    /** How many there are. */
    int count() {
        return inputs.length;
    }

    private static int firstPresent(RegularSeries history) {
        int first = 0;
        while (first < history.size() && !history.isPresent(first)) {
            first++;
        }
        return first;
    }

    private static int[] horizons(List<Integer> wanted, int size) {
        return wanted.stream()
                .mapToInt(Integer::intValue)
                .filter(horizon -> horizon == 1 || horizon * HISTORY_PER_HORIZON <= size)
                .toArray();
    }

    private static int[] candidates(RegularSeries history, int start, int... horizons) {
        int end = history.size() - horizons[horizons.length - 1];
        return IntStream.range(start, Math.max(start, end))
                .filter(history::isPresent)
                .filter(i -> Arrays.stream(horizons).allMatch(h -> history.isPresent(i + h)))
                .toArray();
    }

    private static int[] thinned(int[] candidates, int most) {
        if (candidates.length <= most) {
            return candidates;
        }
        return IntStream.range(0, most)
                .map(i -> {
                    int from = start(i, candidates.length, most);
                    int length = start(i + 1, candidates.length, most) - from;
                    return candidates[from + (int) ((i * GOLDEN) % 1 * length)];
                })
                .toArray();
    }

    private static int start(int stretch, int size, int stretches) {
        return (int) ((long) stretch * size / stretches);
    }

    private static void feed(RegularSeries history, int index, SvrInputs state) {
        if (history.isPresent(index)) {
            state.take(history.at(index));
        } else {
            state.skip();
        }
    }
}
