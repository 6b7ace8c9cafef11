// Generated from plugins/itam-backend/src/schema/openapi.yaml by `yarn generate`. Do not edit.
/* eslint-disable */
export const spec = {
  "openapi": "3.1.0",
  "info": {
    "title": "ITAM register",
    "version": "1",
    "description": "Assets, licences and contracts with their cost. Amounts are decimal strings with an ISO 4217 currency; dates are calendar dates; months are written YYYY-MM. Money fields are left out, not zeroed, for callers who may not see them.",
    "license": {
      "name": "Apache-2.0",
      "url": "https://www.apache.org/licenses/LICENSE-2.0.html"
    }
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "paths": {
    "/records": {
      "get": {
        "operationId": "listRecords",
        "summary": "List records the caller may read, filtered, sorted and paged.",
        "parameters": [
          {
            "name": "kind",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/ItamKind"
            }
          },
          {
            "name": "class",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/AssetClass"
            }
          },
          {
            "name": "stage",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/LifecycleStage"
            }
          },
          {
            "name": "owner",
            "in": "query",
            "allowReserved": true,
            "description": "Group or User ref; groups include their sub-groups.",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "assignee",
            "in": "query",
            "allowReserved": true,
            "description": "Who the record is assigned to or, of a licence, who has a seat in force today.",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "service",
            "in": "query",
            "allowReserved": true,
            "description": "Service the record is used by; systems and domains include their parts.",
            "schema": {
              "$ref": "#/components/schemas/EntityRef"
            }
          },
          {
            "name": "vendor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "endsFrom",
            "in": "query",
            "description": "Only records whose endsOn is this day or later.",
            "schema": {
              "$ref": "#/components/schemas/Day"
            }
          },
          {
            "name": "endsTo",
            "in": "query",
            "description": "Only records whose endsOn is this day or earlier.",
            "schema": {
              "$ref": "#/components/schemas/Day"
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "Part of name, title, tag, serial number, model or product.",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "retired",
            "in": "query",
            "description": "Lists records that went away instead of live ones.",
            "schema": {
              "type": "boolean"
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "title",
                "ref",
                "kind",
                "stage",
                "owner",
                "vendor",
                "endsOn",
                "updatedAt"
              ]
            }
          },
          {
            "name": "order",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ]
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500
            }
          },
          {
            "name": "cursor",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 2000
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "csv"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "A page of records; also as text/csv.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RecordPage"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/records/{kind}/{namespace}/{name}": {
      "get": {
        "operationId": "getRecord",
        "summary": "One record with everything the caller may see of it.",
        "parameters": [
          {
            "name": "kind",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The record; its version is also the ETag.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RecordDetail"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/costs": {
      "get": {
        "operationId": "getCosts",
        "summary": "Cost of one node by month, with its breakdown and coverage.",
        "parameters": [
          {
            "name": "of",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "description": "An entity ref (component, system, resource, api, domain, group, user, asset, license, contract), supplier:SLUG, class:CLASS, cost-center:CODE, or all.",
            "schema": {
              "$ref": "#/components/schemas/NodeRef"
            }
          },
          {
            "name": "from",
            "in": "query",
            "description": "First month; default is eleven months before the current one.",
            "schema": {
              "$ref": "#/components/schemas/Month"
            }
          },
          {
            "name": "to",
            "in": "query",
            "description": "Last month, inclusive; default is the current one. At most 120 months.",
            "schema": {
              "$ref": "#/components/schemas/Month"
            }
          },
          {
            "name": "by",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/CostDimension"
            }
          },
          {
            "name": "basis",
            "in": "query",
            "description": "Default: owned for groups and users, used for the rest.",
            "schema": {
              "$ref": "#/components/schemas/CostBasis"
            }
          },
          {
            "name": "currency",
            "in": "query",
            "description": "Reporting currency; default from configuration.",
            "schema": {
              "type": "string",
              "pattern": "^[A-Z]{3}$"
            }
          },
          {
            "name": "format",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "json",
                "csv"
              ]
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The answer; also as text/csv.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CostAnswer"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/costs/query": {
      "post": {
        "operationId": "queryCosts",
        "summary": "Cost of many nodes at once, one answer or error per node.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "of"
                ],
                "properties": {
                  "of": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 200,
                    "items": {
                      "$ref": "#/components/schemas/NodeRef"
                    }
                  },
                  "from": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "to": {
                    "$ref": "#/components/schemas/Month"
                  },
                  "by": {
                    "$ref": "#/components/schemas/CostDimension"
                  },
                  "basis": {
                    "$ref": "#/components/schemas/CostBasis"
                  },
                  "currency": {
                    "type": "string",
                    "pattern": "^[A-Z]{3}$"
                  }
                }
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "In the order asked.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "additionalProperties": false,
                        "required": [
                          "of"
                        ],
                        "properties": {
                          "of": {
                            "type": "string"
                          },
                          "costs": {
                            "$ref": "#/components/schemas/CostAnswer"
                          },
                          "error": {
                            "type": "string",
                            "enum": [
                              "not-allowed",
                              "not-found"
                            ]
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/health": {
      "get": {
        "operationId": "getHealth",
        "summary": "Rejected, unconfirmed and conflicting declarations, and the age of the data.",
        "responses": {
          "200": {
            "description": "Health of the register.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Health"
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/declarations": {
      "put": {
        "operationId": "stageDeclaration",
        "summary": "Stage what a catalog file declares; service principals only. Changes no record.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/Declaration"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The revision to be written on the catalog entity.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "revision",
                    "epoch"
                  ],
                  "properties": {
                    "revision": {
                      "type": "string"
                    },
                    "epoch": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/declarations/state": {
      "get": {
        "operationId": "getDeclarationState",
        "summary": "Epoch of the register and the declarations it wants again; service principals only.",
        "responses": {
          "200": {
            "description": "State.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "epoch",
                    "wanted"
                  ],
                  "properties": {
                    "epoch": {
                      "type": "string"
                    },
                    "wanted": {
                      "type": "array",
                      "items": {
                        "type": "string"
                      }
                    }
                  }
                }
              }
            }
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    },
    "/declarations/incidents": {
      "post": {
        "operationId": "reportDeclarationIncidents",
        "summary": "Report errors and conflicts the catalog met; service principals only.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "incidents"
                ],
                "properties": {
                  "incidents": {
                    "type": "array",
                    "maxItems": 200,
                    "items": {
                      "$ref": "#/components/schemas/DeclarationIncident"
                    }
                  }
                }
              }
            }
          }
        },
        "responses": {
          "204": {
            "description": "Taken."
          },
          "default": {
            "$ref": "#/components/responses/Error"
          }
        }
      }
    }
  },
  "components": {
    "responses": {
      "Error": {
        "description": "An error in Backstage's form.",
        "content": {
          "application/json": {
            "schema": {
              "$ref": "#/components/schemas/ErrorBody"
            }
          }
        }
      }
    },
    "schemas": {
      "ItamKind": {
        "type": "string",
        "enum": [
          "Asset",
          "License",
          "Contract"
        ]
      },
      "AssetClass": {
        "type": "string",
        "enum": [
          "hardware",
          "fixed",
          "software",
          "cloud",
          "digital"
        ]
      },
      "LifecycleStage": {
        "type": "string",
        "enum": [
          "planning",
          "procurement",
          "deployment",
          "maintenance",
          "decommission"
        ]
      },
      "EntityRef": {
        "type": "string",
        "maxLength": 200
      },
      "NodeRef": {
        "type": "string",
        "minLength": 1,
        "maxLength": 200
      },
      "Month": {
        "type": "string",
        "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"
      },
      "Day": {
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
      },
      "CostBasis": {
        "type": "string",
        "enum": [
          "used",
          "owned"
        ]
      },
      "CostDimension": {
        "type": "string",
        "enum": [
          "category",
          "record",
          "service",
          "owner",
          "supplier",
          "class",
          "cost-center",
          "currency"
        ]
      },
      "CostCategory": {
        "type": "string",
        "enum": [
          "depreciation",
          "charge",
          "license",
          "contract",
          "impairment",
          "disposal"
        ]
      },
      "Amount": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "amount",
          "currency"
        ],
        "properties": {
          "amount": {
            "type": "string"
          },
          "currency": {
            "type": "string"
          }
        }
      },
      "RefLabel": {
        "type": "object",
        "description": "A catalog entity as the caller may see it.",
        "additionalProperties": false,
        "required": [
          "ref",
          "resolved"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "resolved": {
            "type": "boolean",
            "description": "Whether it is in the catalog."
          }
        }
      },
      "ServiceUse": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "service",
          "sharePercent"
        ],
        "properties": {
          "service": {
            "$ref": "#/components/schemas/RefLabel"
          },
          "sharePercent": {
            "type": "string"
          },
          "inheritedFrom": {
            "type": "string"
          }
        }
      },
      "RecordSummary": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "kind",
          "title",
          "origin",
          "updatedAt",
          "version"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "kind": {
            "$ref": "#/components/schemas/ItamKind"
          },
          "title": {
            "type": "string"
          },
          "origin": {
            "type": "string",
            "enum": [
              "declared",
              "registered"
            ]
          },
          "class": {
            "$ref": "#/components/schemas/AssetClass"
          },
          "type": {
            "type": "string"
          },
          "stage": {
            "$ref": "#/components/schemas/LifecycleStage"
          },
          "status": {
            "type": "string"
          },
          "owner": {
            "$ref": "#/components/schemas/RefLabel"
          },
          "assignee": {
            "$ref": "#/components/schemas/RefLabel"
          },
          "vendor": {
            "type": "string"
          },
          "product": {
            "type": "string"
          },
          "tag": {
            "type": "string"
          },
          "serialNumber": {
            "type": "string"
          },
          "manufacturer": {
            "type": "string"
          },
          "model": {
            "type": "string"
          },
          "location": {
            "type": "string"
          },
          "endsOn": {
            "type": "string",
            "description": "Next date that matters: warranty, term or end of life."
          },
          "endsKind": {
            "type": "string",
            "enum": [
              "warranty",
              "term",
              "end-of-life",
              "notice"
            ]
          },
          "monthlyCost": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Amount"
            },
            "description": "Cost of the current month; absent without permission."
          },
          "retiredAt": {
            "type": "string"
          },
          "updatedAt": {
            "type": "string"
          },
          "version": {
            "type": "integer"
          }
        }
      },
      "RecordPage": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "items",
          "totalItems"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RecordSummary"
            }
          },
          "totalItems": {
            "type": "integer"
          },
          "nextCursor": {
            "type": "string"
          }
        }
      },
      "RecordDetail": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "record",
          "spec",
          "services",
          "covers",
          "coveredBy",
          "parts",
          "history",
          "findings",
          "costVisible",
          "inCatalog"
        ],
        "properties": {
          "record": {
            "$ref": "#/components/schemas/RecordSummary"
          },
          "description": {
            "type": "string"
          },
          "spec": {
            "type": "object",
            "description": "As declared; without financials for those who may not see them.",
            "additionalProperties": true
          },
          "costVisible": {
            "type": "boolean"
          },
          "inCatalog": {
            "type": "boolean",
            "description": "Whether a catalog page exists for it."
          },
          "sourceUrl": {
            "type": "string",
            "description": "File that declares it, when known."
          },
          "editUrl": {
            "type": "string"
          },
          "services": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ServiceUse"
            }
          },
          "covers": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RefLabel"
            }
          },
          "coveredBy": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RefLabel"
            }
          },
          "contract": {
            "$ref": "#/components/schemas/RefLabel"
          },
          "partOf": {
            "$ref": "#/components/schemas/RefLabel"
          },
          "parts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RefLabel"
            }
          },
          "licenses": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/RefLabel"
            }
          },
          "nextStages": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/LifecycleStage"
            }
          },
          "findings": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "rule",
                "message",
                "severity"
              ],
              "properties": {
                "rule": {
                  "type": "string"
                },
                "message": {
                  "type": "string"
                },
                "severity": {
                  "type": "string",
                  "enum": [
                    "info",
                    "warning",
                    "error"
                  ]
                }
              }
            }
          },
          "bookValue": {
            "type": "object",
            "description": "Assets with a purchase; absent without permission.",
            "additionalProperties": false,
            "required": [
              "currency",
              "cost",
              "salvage",
              "book",
              "depreciatedToDate",
              "points"
            ],
            "properties": {
              "currency": {
                "type": "string"
              },
              "cost": {
                "type": "string"
              },
              "salvage": {
                "type": "string"
              },
              "book": {
                "type": "string"
              },
              "depreciatedToDate": {
                "type": "string"
              },
              "points": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "month",
                    "book",
                    "depreciation"
                  ],
                  "properties": {
                    "month": {
                      "type": "string"
                    },
                    "book": {
                      "type": "string"
                    },
                    "depreciation": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "renewal": {
            "type": "object",
            "description": "Contracts and licences with a term.",
            "additionalProperties": false,
            "required": [
              "state",
              "start"
            ],
            "properties": {
              "state": {
                "type": "string",
                "enum": [
                  "active",
                  "expiring",
                  "notice-due",
                  "renewing",
                  "expired",
                  "ended"
                ]
              },
              "start": {
                "type": "string"
              },
              "end": {
                "type": "string",
                "description": "Last day of the current term, inclusive."
              },
              "lastNoticeDay": {
                "type": "string"
              },
              "next": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "start",
                    "end"
                  ],
                  "properties": {
                    "start": {
                      "type": "string"
                    },
                    "end": {
                      "type": "string"
                    },
                    "amount": {
                      "$ref": "#/components/schemas/Amount"
                    }
                  }
                }
              }
            }
          },
          "position": {
            "type": "object",
            "description": "Licences.",
            "additionalProperties": false,
            "required": [
              "metric",
              "applicable"
            ],
            "properties": {
              "metric": {
                "type": "string"
              },
              "applicable": {
                "type": "boolean"
              },
              "entitled": {
                "type": "number"
              },
              "consumed": {
                "type": "number",
                "description": "Core factors make halves of licences."
              },
              "balance": {
                "type": "number",
                "description": "Entitled less consumed."
              },
              "unitPricePerMonth": {
                "$ref": "#/components/schemas/Amount"
              },
              "trueUp": {
                "$ref": "#/components/schemas/Amount"
              },
              "seats": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "to"
                  ],
                  "properties": {
                    "to": {
                      "$ref": "#/components/schemas/RefLabel"
                    },
                    "from": {
                      "type": "string"
                    },
                    "until": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          },
          "history": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "sequence",
                "at",
                "action"
              ],
              "properties": {
                "sequence": {
                  "type": "integer"
                },
                "at": {
                  "type": "string"
                },
                "actor": {
                  "type": "string"
                },
                "action": {
                  "type": "string"
                },
                "changes": {
                  "type": "array",
                  "description": "Paths that changed.",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          }
        }
      },
      "CostSeries": {
        "type": "object",
        "description": "One figure per month, in the currencies as booked and converted.",
        "additionalProperties": false,
        "required": [
          "booked",
          "converted"
        ],
        "properties": {
          "booked": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "currency",
                "months",
                "total"
              ],
              "properties": {
                "currency": {
                  "type": "string"
                },
                "months": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "total": {
                  "type": "string"
                }
              }
            }
          },
          "converted": {
            "type": "object",
            "description": "Parts without a rate are left out here and named in coverage.",
            "additionalProperties": false,
            "required": [
              "currency",
              "months",
              "total"
            ],
            "properties": {
              "currency": {
                "type": "string"
              },
              "months": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "total": {
                "type": "string"
              }
            }
          }
        }
      },
      "CostGroup": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "key",
          "title",
          "series"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "Category, ref, supplier slug and so on; \"unallocated\", \"none\", \"hidden\", \"other\" (lines beyond the largest 1000) and \"closed\" are reserved."
          },
          "title": {
            "type": "string"
          },
          "ref": {
            "type": "string",
            "description": "Set when the key is a record or a catalog entity."
          },
          "recordKind": {
            "$ref": "#/components/schemas/ItamKind"
          },
          "recordType": {
            "type": "string"
          },
          "sharePercent": {
            "type": "string",
            "description": "The node's share of the record in the last month."
          },
          "endsOn": {
            "type": "string"
          },
          "endsKind": {
            "type": "string",
            "enum": [
              "warranty",
              "term",
              "end-of-life",
              "notice"
            ]
          },
          "categories": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CostCategory"
            }
          },
          "series": {
            "$ref": "#/components/schemas/CostSeries"
          }
        }
      },
      "CostAnswer": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "of",
          "basis",
          "from",
          "to",
          "currentMonth",
          "months",
          "by",
          "reportingCurrency",
          "total",
          "unallocated",
          "groups",
          "coverage",
          "rates",
          "asOf"
        ],
        "properties": {
          "of": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "ref",
              "kind",
              "title"
            ],
            "properties": {
              "ref": {
                "type": "string"
              },
              "kind": {
                "type": "string"
              },
              "title": {
                "type": "string"
              }
            }
          },
          "basis": {
            "$ref": "#/components/schemas/CostBasis"
          },
          "from": {
            "$ref": "#/components/schemas/Month"
          },
          "to": {
            "$ref": "#/components/schemas/Month"
          },
          "currentMonth": {
            "$ref": "#/components/schemas/Month"
          },
          "months": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Month"
            }
          },
          "by": {
            "$ref": "#/components/schemas/CostDimension"
          },
          "reportingCurrency": {
            "type": "string"
          },
          "total": {
            "$ref": "#/components/schemas/CostSeries"
          },
          "unallocated": {
            "description": "Owned basis: part of the total that no service uses. Used basis of all: the rest no service takes.",
            "$ref": "#/components/schemas/CostSeries"
          },
          "groups": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/CostGroup"
            }
          },
          "coverage": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "records",
              "priced",
              "withoutPrice",
              "ratesMissing",
              "unresolvedRefs",
              "notes"
            ],
            "properties": {
              "records": {
                "type": "integer",
                "description": "Records behind the figure."
              },
              "priced": {
                "type": "integer"
              },
              "withoutPrice": {
                "type": "array",
                "description": "The first hundred that the caller may read; the counts tell the rest.",
                "items": {
                  "$ref": "#/components/schemas/RefLabel"
                }
              },
              "hiddenWithoutPrice": {
                "type": "integer",
                "description": "Records without price that the caller may not read."
              },
              "countedInContract": {
                "type": "integer",
                "description": "Priced records that have no line because the charges of their contract are their cost."
              },
              "ratesMissing": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "currency",
                    "months"
                  ],
                  "properties": {
                    "currency": {
                      "type": "string"
                    },
                    "months": {
                      "type": "array",
                      "items": {
                        "type": "string"
                      }
                    }
                  }
                }
              },
              "unresolvedRefs": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "notes": {
                "type": "array",
                "description": "What is not in the figure by rule, as message keys.",
                "items": {
                  "type": "string",
                  "enum": [
                    "organisation-as-of-now",
                    "depends-on-not-included",
                    "planning-not-included",
                    "parents-not-pushed-down"
                  ]
                }
              }
            }
          },
          "rates": {
            "type": "array",
            "description": "Rates used, per month and currency.",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "month",
                "currency",
                "unitsPerEuro",
                "date",
                "quality"
              ],
              "properties": {
                "month": {
                  "type": "string"
                },
                "currency": {
                  "type": "string"
                },
                "unitsPerEuro": {
                  "type": "string",
                  "description": "Units of the currency for one euro."
                },
                "date": {
                  "type": "string"
                },
                "quality": {
                  "type": "string",
                  "enum": [
                    "final",
                    "provisional",
                    "forecast"
                  ]
                }
              }
            }
          },
          "asOf": {
            "type": "string",
            "description": "Time of the answer."
          }
        }
      },
      "Health": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "projection",
          "declarations",
          "readModel",
          "checkedAt"
        ],
        "properties": {
          "checkedAt": {
            "type": "string"
          },
          "projection": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "nodes",
              "stale"
            ],
            "properties": {
              "syncedAt": {
                "type": "string"
              },
              "nodes": {
                "type": "integer"
              },
              "stale": {
                "type": "boolean"
              },
              "lastError": {
                "type": "string"
              }
            }
          },
          "readModel": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "records",
              "segments"
            ],
            "properties": {
              "records": {
                "type": "integer"
              },
              "segments": {
                "type": "integer"
              },
              "windowFrom": {
                "type": "string"
              },
              "windowTo": {
                "type": "string"
              }
            }
          },
          "declarations": {
            "type": "object",
            "additionalProperties": false,
            "required": [
              "active",
              "unconfirmed",
              "rejected",
              "conflicts"
            ],
            "properties": {
              "active": {
                "type": "integer"
              },
              "reconciledAt": {
                "type": "string"
              },
              "guardAlarm": {
                "type": "string",
                "description": "Why reconciliation retired nothing."
              },
              "unconfirmed": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "ref",
                    "since"
                  ],
                  "properties": {
                    "ref": {
                      "type": "string"
                    },
                    "since": {
                      "type": "string"
                    }
                  }
                }
              },
              "rejected": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/RejectedDeclaration"
                }
              },
              "conflicts": {
                "type": "array",
                "items": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "ref",
                    "holder",
                    "claimant",
                    "at"
                  ],
                  "properties": {
                    "ref": {
                      "type": "string"
                    },
                    "holder": {
                      "type": "string"
                    },
                    "claimant": {
                      "type": "string"
                    },
                    "at": {
                      "type": "string"
                    }
                  }
                }
              }
            }
          }
        }
      },
      "RejectedDeclaration": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "at",
          "message"
        ],
        "properties": {
          "ref": {
            "type": "string"
          },
          "location": {
            "type": "string"
          },
          "at": {
            "type": "string"
          },
          "message": {
            "type": "string",
            "description": "Every problem, one per line."
          },
          "source": {
            "type": "string",
            "enum": [
              "catalog",
              "register"
            ]
          }
        }
      },
      "Declaration": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "ref",
          "entity"
        ],
        "properties": {
          "ref": {
            "type": "string",
            "maxLength": 200
          },
          "entity": {
            "type": "object",
            "description": "The whole entity as validated, financials included.",
            "additionalProperties": true
          },
          "location": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "DeclarationIncident": {
        "type": "object",
        "additionalProperties": false,
        "required": [
          "kind",
          "ref"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "error",
              "conflict"
            ]
          },
          "ref": {
            "type": "string",
            "maxLength": 400
          },
          "location": {
            "type": "string",
            "maxLength": 2000
          },
          "messages": {
            "type": "array",
            "maxItems": 50,
            "items": {
              "type": "string",
              "maxLength": 20000
            }
          },
          "holder": {
            "type": "string",
            "maxLength": 2000
          },
          "claimant": {
            "type": "string",
            "maxLength": 2000
          }
        }
      },
      "ErrorBody": {
        "type": "object",
        "required": [
          "error"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              }
            }
          },
          "request": {
            "type": "object"
          },
          "response": {
            "type": "object"
          }
        }
      }
    }
  }
} as const;
