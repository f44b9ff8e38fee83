// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.keda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationsTest {
    private static Annotations of(Annotation annotation, String text) {
        return new Annotations(Map.of(annotation, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "f", "F", "false", "False", "FALSE"})
    void falseIsOff(String text) {
        assertThat(of(Annotation.PAUSED, text).pauseAll()).isFalse();
        assertThat(of(Annotation.FORCE_ACTIVATION, text).isOn(Annotation.FORCE_ACTIVATION))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "what", "", "fALSE", " false"})
    void anythingElseIsOn(String text) {
        assertThat(of(Annotation.PAUSED, text).pauseAll()).isTrue();
        assertThat(of(Annotation.PAUSED_SCALE_IN, text).isOn(Annotation.PAUSED_SCALE_IN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "false"})
    void pausedReplicasPauseWhateverTheySay(String text) {
        assertThat(of(Annotation.PAUSED_REPLICAS, text).pauseAll()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true"})
    void oneAnnotationIsNotAnother(String text) {
        assertThat(of(Annotation.PAUSED_SCALE_IN, text).pauseAll()).isFalse();
        assertThat(of(Annotation.PAUSED_SCALE_IN, text).isOn(Annotation.PAUSED_SCALE_OUT))
                .isFalse();
    }
}
