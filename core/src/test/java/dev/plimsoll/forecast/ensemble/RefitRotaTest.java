// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.forecast.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefitRotaTest {
    @Test
    void aSeriesIsDueEverMoreRarelyAndThenRegularly() {
        RefitRota<String> rota = new RefitRota<>(300, 1);
        List<Integer> due = new ArrayList<>();
        for (int sample = 1; sample <= 1100; sample++) {
            rota.sampled("web");
            if (!rota.next().isEmpty()) {
                due.add(sample);
            }
        }
        assertThat(due).containsExactly(64, 128, 256, 556, 856);
    }

    @Test
    void noMoreThanTheBudgetAreLetThroughInTheOrderTheyCame() {
        RefitRota<Integer> rota = new RefitRota<>(64, 2);
        for (int sample = 0; sample < 64; sample++) {
            for (int series = 0; series < 5; series++) {
                rota.sampled(series);
            }
        }
        assertThat(rota.waiting()).isEqualTo(5);
        assertThat(rota.next()).containsExactly(0, 1);
        rota.forget(2);
        assertThat(rota.next()).containsExactly(3, 4);
        assertThat(rota.next()).isEmpty();
    }

    @Test
    void whoWaitsAlreadyStaysInPlace() {
        RefitRota<String> rota = new RefitRota<>(64, 1);
        for (int sample = 0; sample < 200; sample++) {
            rota.sampled("first");
            rota.sampled("second");
        }
        assertThat(rota.next()).containsExactly("first");
        assertThat(rota.next()).containsExactly("second");
        assertThat(rota.next()).isEmpty();
    }

    @Test
    void refusesARotaThatLetsNobodyThrough() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RefitRota<>(63, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RefitRota<>(64, 0));
    }
}
