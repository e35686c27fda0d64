// For what cannot do without a secret: a caller of the jobs from outside, a language model with a key. Made only then.
param name string
param location string
param principalId string
param tags object

@secure()
param jobsToken string
@secure()
param openAiKey string

@description('Built-in role Key Vault Secrets User: reads secrets, changes nothing.')
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  // At most 24 characters, no two hyphens in a row.
  name: 'kv-${take(replace(name, '-', ''), 7)}-${uniqueString(resourceGroup().id)}'
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource jobs 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(jobsToken)) {
  parent: vault
  name: 'jobs-token'
  properties: {
    value: jobsToken
  }
}

resource openAi 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(openAiKey)) {
  parent: vault
  name: 'openai-key'
  properties: {
    value: openAiKey
  }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

output uri string = vault.properties.vaultUri
