// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import dev.plimsoll.sim.baseline.hpa.MetricSpec;
import dev.plimsoll.sim.baseline.hpa.PodGroup;
import dev.plimsoll.sim.baseline.hpa.ScalingRules;
import dev.plimsoll.sim.baseline.keda.FallbackBehavior;
import dev.plimsoll.sim.baseline.keda.TriggerTarget;
import dev.plimsoll.sim.baseline.kpa.ScalingMetric;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Asks for every field, and for a value, unless the field {@link MayBeAbsent}; in a map null means
 * not there; knows how upstream writes the choices of our types. Stateless.
 */
final class StrictIntrospector extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    /** {@code Running}. */
    private static final Set<Class<?>> UPPER_CAMEL =
            Set.of(
                    PodGroup.Phase.class,
                    PodGroup.Ready.class,
                    ScalingRules.Select.class,
                    ScalingRules.Unit.class);

    /** {@code averageValue}. */
    private static final Set<Class<?>> LOWER_CAMEL =
            Set.of(
                    MetricSpec.Source.class,
                    MetricSpec.TargetKind.class,
                    FallbackBehavior.class,
                    TriggerTarget.Kind.class,
                    ScalingMetric.class,
                    HpaSingleCase.Call.class,
                    HpaSingleCase.ContainerKind.class);

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
        return !member.hasAnnotation(MayBeAbsent.class);
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
        boolean absent = member.hasAnnotation(MayBeAbsent.class);
        boolean map = member.getRawType() == Map.class;
        return JsonSetter.Value.forValueNulls(
                absent ? Nulls.SET : Nulls.FAIL, map ? Nulls.SKIP : Nulls.FAIL);
    }

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
        super.findEnumValues(config, type, values, names);
        for (int i = 0; i < values.length; i++) {
            names[i] = name(values[i], names[i]);
        }
        return names;
    }

    private static String name(Enum<?> value, String otherwise) {
        if (LOWER_CAMEL.contains(value.getDeclaringClass()) || value == PodGroup.Ready.ABSENT) {
            return camel(value.name());
        }
        return UPPER_CAMEL.contains(value.getDeclaringClass())
                ? capital(camel(value.name()))
                : otherwise;
    }

    /** {@code AVERAGE_VALUE} as {@code averageValue}. */
    static String camel(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? word : capital(word));
        }
        return name.toString();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
