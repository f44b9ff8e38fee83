// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import dev.plimsoll.model.Slo;
import dev.plimsoll.sim.backtest.BacktestSettings;
import java.util.List;
import java.util.Map;

/** What all runs of a back-test share, by the names of its options. */
record TraceSettings(BacktestSettings settings) implements ReportSettings {
    @Override
    public String title() {
        return "Plimsoll back-test";
    }

    @Override
    public String subject() {
        return "Trace";
    }

    @Override
    public Slo slo() {
        return settings.service().slo();
    }

    @Override
    public long seed() {
        return settings.replay().seed();
    }

    @Override
    public Map<String, String> byName() {
        return settings.byOption();
    }

    @Override
    public List<String> shown() {
        return byName().entrySet().stream()
                .map(option -> "--" + option.getKey() + " " + option.getValue())
                .toList();
    }
}
