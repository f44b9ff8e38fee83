// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.policies;

import dev.plimsoll.cli.chart.Ink;
import dev.plimsoll.sim.backtest.PolicySpec;
import java.util.List;

/**
 * How a policy is drawn.
 *
 * @param line of its front
 * @param dots of its single settings, or of its prices
 */
record FrontInk(PolicySpec spec, Ink line, Ink dots) {
    static final List<FrontInk> PEERS =
            List.of(
                    new FrontInk(PolicySpec.parse("hpa"), Ink.HPA, Ink.HPA_SETTING),
                    new FrontInk(PolicySpec.parse("keda"), Ink.KEDA, Ink.KEDA_SETTING),
                    new FrontInk(PolicySpec.parse("kpa"), Ink.KPA, Ink.KPA_SETTING));

    private static final List<Ink> LINES = List.of(Ink.OWN, Ink.SECOND, Ink.THIRD);
    private static final List<Ink> PRICES =
            List.of(Ink.OWN_PRICE, Ink.SECOND_PRICE, Ink.THIRD_PRICE);

    /** One of the own policies; of more than three some look alike. */
    static FrontInk own(List<PolicySpec> own, int index) {
        int look = index % LINES.size();
        return new FrontInk(own.get(index), LINES.get(look), PRICES.get(look));
    }

    String name() {
        return spec.name();
    }
}
