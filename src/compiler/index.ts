// The door of this layer.
export {};
