// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.Action;
import dev.plimsoll.model.Instruction.Revert;
import dev.plimsoll.model.Workloads;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApprovedActionTest {
    private static final Action OUT = new Action.Scale(Workloads.WEB, 2, 5);

    @Test
    void cannotBeMadeOrExtendedOutsideTheGuard() {
        int anyModifier = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE;
        assertThat(Modifier.isFinal(ApprovedAction.class.getModifiers())).isTrue();
        assertThat(ApprovedAction.class.getDeclaredConstructors())
                .hasSize(1)
                .extracting(Constructor::getModifiers)
                .allMatch(modifiers -> (modifiers & anyModifier) == 0);
    }

    @Test
    void cannotBeReadBackFromAStore() {
        assertThat(Serializable.class.isAssignableFrom(ApprovedAction.class)).isFalse();
        assertThat(Cloneable.class.isAssignableFrom(ApprovedAction.class)).isFalse();
    }

    @Test
    void isEqualByActionVersionAndLeave() {
        ApprovedAction approved = approved(OUT, 3);
        assertThat(approved)
                .isEqualTo(approved(OUT, 3))
                .hasSameHashCodeAs(approved(OUT, 3))
                .isNotEqualTo(approved(OUT, 4))
                .isNotEqualTo(approved(OUT.inverse(), 3))
                .isNotEqualTo(
                        new ApprovedAction(OUT, 3, Optional.of(new Revert("ann", "too many"))))
                .isNotEqualTo(OUT);
        assertThat(approved.version()).isEqualTo(3);
        assertThat(approved.toString()).endsWith("at version 3");
    }

    private static ApprovedAction approved(Action action, long version) {
        return new ApprovedAction(action, version, Optional.empty());
    }
}
