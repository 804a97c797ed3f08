@NullMarked
package org.onewindow.joint.model;

import org.jspecify.annotations.NullMarked;
