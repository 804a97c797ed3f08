package org.onewindow.catalogue;

import java.util.List;
import java.util.Optional;
import org.onewindow.divisions.Remedies;
import org.onewindow.kernel.Page;

/** The door to what can be applied for. Filed versions never change; answers come from memory. */
public interface Catalogue {

    /**
     * A version as filed, with the state it has today.
     *
     * @throws org.onewindow.kernel.NotFound when there is none, or it is still a draft
     */
    ItemVersion version(String code, int version);

    /** The version in effect today, if the item can be received (K8). */
    Optional<ItemVersion> inEffect(String code);

    /** The filed version that counts for an item today or did last, also of a retired item. */
    Optional<ItemVersion> latest(String code);

    /** What counts for every item today or did last, retired ones too, by code. */
    List<ItemVersion> all();

    /** Numbers of the windows that take an item, its own department's first; never empty while it is in effect. */
    List<String> windowsOf(String code);

    /** Whether a window takes an item. */
    boolean windowLists(String window, String code);

    /** What can be received at a window today, by code. */
    List<ItemVersion> itemsAt(String window);

    /** What is in effect today and fits: by code, or best match first where words were given. */
    Page<ItemVersion> list(ItemQuery query);

    /** Best matches first for what somebody types: name, pinyin, initials, code, keywords. */
    List<ItemVersion> search(String words, int limit);

    /** Best matches first among what a window takes. */
    List<ItemVersion> searchAt(String window, String words, int limit);

    /** Life events under which the public finds items, by code. */
    List<Theme> themes();

    /** What somebody may do against a decision on this item (C4). */
    Remedies remedies(ItemVersion item);
}
