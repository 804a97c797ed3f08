package org.onewindow.catalogue;

import java.util.Optional;

/** The door to what can be applied for. */
public interface Catalogue {

    /** A version as filed; versions never change and are cached. */
    ItemVersion version(String code, int version);

    /** The version in effect today, if the item can be received. */
    Optional<ItemVersion> inEffect(String code);
}
