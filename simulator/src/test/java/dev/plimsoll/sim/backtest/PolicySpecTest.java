// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.model.InvalidInputException;
import dev.plimsoll.telemetry.Signal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicySpecTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    predictive                       | predictive
                    oracle                           | oracle
                    static                           | static
                    static:replicas=12               | static:replicas=12
                    static:replicas=peak             | static:replicas=peak
                    hpa                              | hpa
                    hpa:grid                         | hpa:grid
                    hpa:target=60                    | hpa:target=60
                    hpa:target=70:stabilization=2m   | hpa:stabilization=2m:target=70
                    hpa:stabilization=0s             | hpa:stabilization=0s
                    threshold:upper=90:lower=10.5    | threshold:lower=10.5:upper=90
                    reactive:headroom=1              | reactive:headroom=1
                    hybrid                           | hybrid
                    hybrid:forecaster=holt-winters   | hybrid:forecaster=holt-winters
                    hybrid:upper=90:periods=8:wait=0s | hybrid:periods=8:upper=90:wait=0s
                    hybrid-paper:period=30s          | hybrid-paper:period=30s
                    load-index:upper=75              | load-index:upper=75
                    load-index:alpha=1:beta=0:gamma=0 | load-index:alpha=1:beta=0:gamma=0
                    manual:mon-fri/8-20=12:else=4    | manual:else=4:mon-fri/8-20=12
                    manual:sat-sun=peak:else=peak    | manual:else=peak:sat-sun=peak
                    '  reactive '                    | reactive
                    """)
    void readsWhatItPrints(String text, String printed) {
        PolicySpec spec = PolicySpec.parse(text);

        assertThat(spec).hasToString(printed);
        assertThat(PolicySpec.parse(spec.toString())).isEqualTo(spec);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "static,",
        "oracle,",
        "reactive, DEMAND",
        "predictive, DEMAND",
        "threshold:upper=90, UTILIZATION",
        "hpa, UTILIZATION",
        "hpa:grid, UTILIZATION",
        "hybrid, DEMAND UTILIZATION",
        "hybrid-paper, DEMAND UTILIZATION",
        "load-index,",
        "manual:else=3,"
    })
    void saysWhatItCannotDoWithout(String text, String signals) {
        assertThat(PolicySpec.parse(text).evidence())
                .extracting(Signal::name)
                .isEqualTo(signals == null ? List.of() : List.of(signals.split(" ")));
    }

    @Test
    void namesItsParts() {
        PolicySpec spec = PolicySpec.parse("hpa:target=70:stabilization=2m");

        assertThat(spec.name()).isEqualTo("hpa");
        assertThat(spec.knobs()).isEqualTo(Map.of("target", "70", "stabilization", "2m"));
        assertThat(spec.grid()).isFalse();
        assertThat(PolicySpec.parse("hpa:grid").grid()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                      | policy '': choose from hpa, hybrid, hybrid-paper, keda, kpa, kpa-native, load-index, manual, oracle, predictive, reactive, static, threshold; hpa, keda, kpa and kpa-native also as NAME:grid
                    hppa                    | policy 'hppa': choose from hpa, hybrid, hybrid-paper, keda, kpa, kpa-native, load-index, manual, oracle, predictive, reactive, static, threshold; hpa, keda, kpa and kpa-native also as NAME:grid
                    HPA                     | policy 'HPA': choose from hpa, hybrid, hybrid-paper, keda, kpa, kpa-native, load-index, manual, oracle, predictive, reactive, static, threshold; hpa, keda, kpa and kpa-native also as NAME:grid
                    hpa:target              | knob 'target': write NAME=VALUE, each name once, or grid
                    hpa:                    | knob '': write NAME=VALUE, each name once, or grid
                    hpa:target=60:target=70 | knob 'target=70': write NAME=VALUE, each name once, or grid
                    hpa:speed=2             | knob 'speed': hpa has the knobs stabilization, target
                    predictive:target=60    | knob 'target': predictive has the knobs forecast, without
                    oracle:foresight=1d     | knob 'foresight': oracle has no knobs
                    hpa:target=0            | hpa:target '0': give a whole number from 1 to 100
                    hpa:target=101          | hpa:target '101': give a whole number from 1 to 100
                    hpa:target=60.5         | hpa:target '60.5': give a whole number from 1 to 100
                    hpa:target=NaN          | hpa:target 'NaN': give a whole number from 1 to 100
                    hpa:target=             | hpa:target '': give a whole number from 1 to 100
                    hpa:target=sixty        | hpa:target 'sixty': give a whole number from 1 to 100
                    hpa:stabilization=-5s   | hpa:stabilization '-5s': give a duration that is not negative, e.g. 250ms, 40s, 5m or 2h
                    hpa:stabilization=5     | hpa:stabilization '5': the unit is missing: give a duration that is not negative, e.g. 250ms, 40s, 5m or 2h
                    hpa:stabilization=61m   | hpa:stabilization '61m': give at most 1h
                    keda:target=1001        | keda:target '1001': give a whole number from 1 to 1000
                    kpa:target=101          | kpa:target '101': give a whole number from 1 to 100
                    kpa:stabilization=5m    | knob 'stabilization': kpa has the knobs target
                    hpa:stabilization=1.5s  | hpa:stabilization '1.5s': give whole seconds, e.g. 300s
                    static:replicas=0       | static:replicas '0': give a whole number from 1 to 1000000
                    static:replicas=1.5     | static:replicas '1.5': give a whole number from 1 to 1000000
                    reactive:headroom=0.9   | reactive:headroom '0.9': give a number from 1 to 100
                    static:replicas=0x2p1   | static:replicas '0x2p1': give a whole number from 1 to 1000000
                    reactive:headroom=1.2d  | reactive:headroom '1.2d': give a number from 1 to 100
                    reactive:headroom=1e999 | reactive:headroom '1e999': give a number from 1 to 100
                    threshold:upper=0       | threshold:upper '0': give a number from 1 to 100
                    threshold:lower=-1      | threshold:lower '-1': give a number from 0 to 99
                    threshold:lower=85      | threshold:lower '85': give less than upper
                    hybrid:upper=0          | hybrid:upper '0': give a number from 1 to 100
                    hybrid:periods=257      | hybrid:periods '257': give a whole number from 1 to 256
                    hybrid:wait=2h          | hybrid:wait '2h': give at most 1h
                    hybrid:period=15s       | knob 'period': hybrid has the knobs forecaster, periods, upper, wait
                    hybrid:forecaster=oracle | hybrid:forecaster 'oracle': choose from naive, seasonal-naive, drift, holt-winters, ets, theta, arima, sarima, arima-yadav, sarima-yadav, multi-season, svr
                    hybrid-paper:period=0s  | hybrid-paper:period '0s': give at least 1s
                    load-index:alpha=0.6    | load-index:alpha '0.6': alpha, beta and gamma must sum to 1, and sum to 1.1
                    load-index:gamma=-1     | load-index:gamma '-1': give a number from 0 to 1
                    load-index:lower=80     | load-index:lower '80': give less than upper
                    manual                  | policy 'manual': give its table, e.g. manual:mon-fri/8-20=12:else=4
                    manual:mon-fri/8-20=12  | manual 'mon-fri/8-20': no row has mon 0:00; name it, or give else=REPLICAS
                    manual:else=0           | manual:else '0': give a whole number from 1 to 1000000
                    manual:else=peek        | manual:else 'peek': give a whole number from 1 to 1000000
                    predictive:grid         | policy 'predictive:grid': only hpa:grid, keda:grid, kpa:grid and kpa-native:grid are grids, without knobs
                    hpa:grid:target=60      | policy 'hpa:target=60:grid': only hpa:grid, keda:grid, kpa:grid and kpa-native:grid are grids, without knobs
                    """)
    void refusesWithOneLineThatNamesTheMend(String text, String problem) {
        assertThatThrownBy(() -> PolicySpec.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--policy: " + problem);
    }

    @Test
    void readsAListInItsOrder() {
        assertThat(PolicySpec.parseList("static, hpa:target=70,hpa"))
                .extracting(PolicySpec::toString)
                .containsExactly("static", "hpa:target=70", "hpa");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hpa,static,hpa",
                "hpa:target=60:stabilization=60s,hpa:stabilization=60s:target=60"
            })
    void refusesAPolicyNamedTwice(String list) {
        assertThatThrownBy(() -> PolicySpec.parseList(list))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("--policy: policy 'hpa")
                .hasMessageEndingWith("': name each policy once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hpa,", ",hpa", "hpa,,static"})
    void refusesAnEmptyNameInAList(String list) {
        assertThatThrownBy(() -> PolicySpec.parseList(list))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("--policy: policy '': choose from ");
    }

    @Test
    void theDefaultComparisonCanBeRead() {
        assertThat(PolicySpec.parseList(PolicyCatalog.DEFAULT))
                .extracting(PolicySpec::name)
                .containsExactly(
                        "static", "hpa", "keda", "kpa", "reactive", "predictive", "oracle");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "hpa, hpa:stabilization=300s:target=60",
        "hpa:target=70, hpa:stabilization=300s:target=70",
        "keda, keda:stabilization=300s:target=60",
        "kpa, kpa:target=70",
        "kpa-native:target=80, kpa-native:target=80",
        "static, static:replicas=17",
        "static:replicas=peak, static:replicas=17",
        "static:replicas=4, static:replicas=4",
        "threshold, threshold:lower=20:upper=85",
        "reactive, reactive:headroom=1.2",
        "predictive, predictive",
        "hybrid, hybrid:forecaster=arima:periods=20:upper=85:wait=10s",
        "hybrid-paper, hybrid-paper:forecaster=arima:period=15s:periods=20:upper=85:wait=10s",
        "load-index, load-index:alpha=0.5:beta=0.3:gamma=0.2:lower=50:upper=80",
        "manual:sat=peak:else=4, manual:else=4:sat=17",
        "oracle, oracle"
    })
    void completesAPolicyWithItsDefaults(String text, String complete) {
        assertThat(PolicyCatalog.complete(PolicySpec.parse(text), 17)).hasToString(complete);
    }

    @Test
    void aForecasterIsForThosePoliciesThatTakeOneAndDoNotNameTheirOwn() {
        List<PolicySpec> specs =
                PolicySpec.parseList("hpa,hybrid,hybrid-paper,hybrid:forecaster=naive");

        assertThat(PolicyCatalog.withForecaster(specs, "holt-winters"))
                .extracting(PolicySpec::toString)
                .containsExactly(
                        "hpa",
                        "hybrid:forecaster=holt-winters",
                        "hybrid-paper:forecaster=holt-winters",
                        "hybrid:forecaster=naive");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    hybrid     | prophet | choose from naive, seasonal-naive, drift, holt-winters, ets, theta, arima, sarima, arima-yadav, sarima-yadav, multi-season, svr
                    hpa,static | naive | no policy takes one; add hybrid or hybrid-paper to --policy
                    """)
    void refusesAForecasterThatThereIsNoneOfOrThatNobodyTakes(
            String policies, String forecaster, String mend) {
        List<PolicySpec> specs = PolicySpec.parseList(policies);
        assertThatThrownBy(() -> PolicyCatalog.withForecaster(specs, forecaster))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--forecaster: forecaster '%s': %s".formatted(forecaster, mend));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "hpa, 65, hpa:stabilization=0s:target=30, hpa:stabilization=600s:target=90",
        "keda, 65, keda:stabilization=0s:target=30, keda:stabilization=600s:target=90",
        "kpa, 13, kpa:target=30, kpa:target=90",
        "kpa-native, 13, kpa-native:target=30, kpa-native:target=90"
    })
    void aGridHasEverySettingOnce(String name, int settings, String first, String last) {
        List<PolicySpec> grid = PolicyCatalog.grid(name);

        assertThat(grid).hasSize(settings).doesNotHaveDuplicates();
        assertThat(grid.getFirst()).hasToString(first);
        assertThat(grid.getLast()).hasToString(last);
        assertThat(grid)
                .allSatisfy(spec -> assertThat(PolicySpec.parse(spec.toString())).isEqualTo(spec));
    }
}
