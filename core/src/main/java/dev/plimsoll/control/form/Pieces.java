// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control.form;

import dev.plimsoll.model.StateReader;
import dev.plimsoll.model.StateWriter;
import dev.plimsoll.model.WorkloadId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What all forms are made of. Constants are written by name, so that more can be added. */
final class Pieces {
    private Pieces() {}

    /** A number; infinity is one, NaN is none. */
    static void putNumber(String name, double value, StateWriter out) {
        out.putDouble(check(name, value));
    }

    static double getNumber(String name, StateReader in) {
        return check(name, in.getDouble());
    }

    static double check(String name, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(
                    "%s is NaN: a journal holds numbers only, and absence with its cause"
                            .formatted(name));
        }
        return value;
    }

    static void putConstant(Enum<?> constant, StateWriter out) {
        out.putString(constant.name());
    }

    static <E extends Enum<E>> E getConstant(Class<E> type, StateReader in) {
        return Enum.valueOf(type, in.getString());
    }

    static void putWorkload(WorkloadId id, StateWriter out) {
        out.putString(id.namespace()).putString(id.name());
    }

    static WorkloadId getWorkload(StateReader in) {
        return new WorkloadId(in.getString(), in.getString());
    }

    static void putDuration(Duration duration, StateWriter out) {
        out.putLong(duration.getSeconds()).putInt(duration.getNano());
    }

    static Duration getDuration(StateReader in) {
        return Duration.ofSeconds(in.getLong(), in.getInt());
    }

    static <T> void putOptional(
            Optional<T> optional, BiConsumer<T, StateWriter> put, StateWriter out) {
        putList(optional.stream().toList(), put, out);
    }

    static <T> Optional<T> getOptional(Function<StateReader, T> get, StateReader in) {
        return getList(get, in).stream().findFirst();
    }

    /** A list with its length before it. */
    static <T> void putList(List<T> list, BiConsumer<T, StateWriter> put, StateWriter out) {
        out.putInt(list.size());
        list.forEach(element -> put.accept(element, out));
    }

    static <T> List<T> getList(Function<StateReader, T> get, StateReader in) {
        int size = in.getInt();
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(get.apply(in));
        }
        return list;
    }

    static IllegalArgumentException unknown(String what, int kind) {
        return new IllegalArgumentException("no %s is of kind %d".formatted(what, kind));
    }
}
