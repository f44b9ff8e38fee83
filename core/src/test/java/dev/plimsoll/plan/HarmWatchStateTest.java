// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.model.Workloads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A watch that is carried to another host goes on as if nothing had happened. */
class HarmWatchStateTest {
    private final HarmScene scene = new HarmScene(10, 0.5, 1).noise(0.1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 9})
    void onTrial(int readings) {
        scene.cycles(30);
        scene.scale(12).slower(1.4).cycles(readings);
        assertGoesOnAfterRestore();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 59, 60, 61})
    void onHold(int readings) {
        scene.cycles(30);
        scene.scale(8).slower(3).cycle();
        scene.takeBack(10).cycles(readings);
        scene.scale(8);
        assertGoesOnAfterRestore();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 40})
    void quiet(int readings) {
        scene.errors(0.01).cycles(readings);
        assertGoesOnAfterRestore();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void harmed(int readings) {
        scene.cycles(readings);
        scene.scale(8).errors(0.5).cycle();
        HarmWatch restored = restored();
        Outlook now = scene.outlook(scene.readings().readings());
        assertThat(restored.proposal(now)).isEqualTo(scene.watch().proposal(now)).isPresent();
    }

    private void assertGoesOnAfterRestore() {
        HarmWatch restored = restored();
        assertThat(bytes(restored)).isEqualTo(bytes(scene.watch()));
        for (int i = 0; i < 80; i++) {
            scene.pass(15);
            Outlook next = scene.outlook(scene.readings().readings());
            scene.watch().observe(next);
            restored.observe(next);
            assertThat(restored.proposal(next)).isEqualTo(scene.watch().proposal(next));
        }
        assertThat(bytes(restored)).isEqualTo(bytes(scene.watch()));
    }

    private HarmWatch restored() {
        HarmWatch restored = new HarmWatch(Workloads.web());
        StateReader state = new StateReader(bytes(scene.watch()));
        restored.restore(state);
        state.end();
        return restored;
    }

    private static byte[] bytes(HarmWatch watch) {
        StateWriter out = new StateWriter();
        watch.save(out);
        return out.toBytes();
    }
}
