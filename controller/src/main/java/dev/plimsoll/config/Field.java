// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import dev.plimsoll.config.YamlNode.Entries;
import dev.plimsoll.config.YamlNode.Items;
import dev.plimsoll.config.YamlNode.Scalar;
import dev.plimsoll.config.YamlNode.Unusable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Something that may stand in a file, whatever it is: {@code spec.events[2].at}. */
public final class Field {
    private final Place place;
    private final Optional<YamlNode> node;

    private Field(Place place, Optional<YamlNode> node) {
        this.place = place;
        this.node = node;
    }

    /** What stands at a line; {@code key: null} is nothing. */
    static Field of(Problems problems, int line, String path, YamlNode node) {
        boolean nothing = node instanceof Scalar scalar && scalar.isNothing();
        Place place = new Place(problems, line, path, nothing ? "" : node.shown());
        return new Field(place, nothing ? Optional.empty() : Optional.of(node));
    }

    /** Nothing, where {@code line} is that of what should hold it. */
    static Field absent(Problems problems, int line, String path) {
        return new Field(new Place(problems, line, path, ""), Optional.empty());
    }

    public boolean isWritten() {
        return node.isPresent();
    }

    public boolean isList() {
        return node.filter(Items.class::isInstance).isPresent();
    }

    public boolean isMap() {
        return node.filter(Entries.class::isInstance).isPresent();
    }

    /** Reads what must be there. */
    public <T> Found<T> read(Form<T> form) {
        if (node.isEmpty()) {
            place.refuse("is required; " + form.mend(""));
            return unusable();
        }
        return read(node.get(), form);
    }

    /** Reads what may be left out. */
    public <T> Found<T> read(Form<T> form, T otherwise) {
        return node.isEmpty() ? new Found<>(place, Optional.of(otherwise)) : read(node.get(), form);
    }

    /** Reads what may be left out and has nothing in its place. */
    public <T> Optional<Found<T>> readIfWritten(Form<T> form) {
        return node.map(present -> read(present, form));
    }

    private <T> Found<T> read(YamlNode present, Form<T> form) {
        Optional<T> value =
                present instanceof Scalar(int _, String text, boolean _)
                        ? form.read(text)
                        : Optional.empty();
        Found<T> found = new Found<>(place.showing(form.shown(place.text())), value);
        if (value.isEmpty() && !(present instanceof Unusable)) {
            found.refuse(form.mend(place.text()));
        }
        return found;
    }

    private <T> Found<T> unusable() {
        return new Found<>(place, Optional.empty());
    }

    /** The fields of a map; none where nothing stands. */
    public Fields fields() {
        return switch (node.orElseGet(this::empty)) {
            case Entries entries -> new Fields(place, entries.entries(), true);
            case Unusable _ -> new Fields(place, new LinkedHashMap<>(), false);
            case Scalar _, Items _ -> {
                place.refuse("give a map, with a field and its value on each line");
                yield new Fields(place, new LinkedHashMap<>(), false);
            }
        };
    }

    /** The items of a list; none where nothing stands. */
    public List<Field> items() {
        return switch (node.orElseGet(() -> new Items(place.line(), List.of()))) {
            case Items list -> items(list);
            case Unusable _ -> List.of();
            case Scalar _, Entries _ -> {
                place.refuse("give a list, with an item behind a '-' on each line");
                yield List.of();
            }
        };
    }

    /** The items of a list that must have one; the mend says of what. */
    public List<Field> someItems(String mend) {
        List<Field> items = items();
        if (node.isEmpty() || (node.get() instanceof Items && items.isEmpty())) {
            place.refuse(mend);
        }
        return items;
    }

    /** The item of a list that may have one; nothing where it has none. */
    public Field onlyItem(String mend) {
        List<Field> items = items();
        if (items.size() > 1) {
            items.get(1).refuse(mend);
        }
        return items.isEmpty()
                ? absent(place.problems(), place.line(), place.path() + "[0]")
                : items.getFirst();
    }

    private List<Field> items(Items list) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            YamlNode item = list.items().get(i);
            String path = "%s[%d]".formatted(place.path(), i);
            fields.add(of(place.problems(), item.line(), path, item));
        }
        return fields;
    }

    private YamlNode empty() {
        return new Entries(place.line(), new LinkedHashMap<>());
    }

    /** Tells that it cannot be so; the mend is a sentence without a full stop. */
    public void refuse(String mend) {
        place.refuse(mend);
    }
}
